package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.model.Definition;
import kpi.model.Tolerance;
import kpi.source.Span;

/**
 * The names a KPI defines: by {@code name = …}, or by restating a definition in brackets where nothing else defines the
 * name ({@code 當年度資本支出執行數(實際支付數＋節餘款)}). Read in the order of their needs, so the order of the text is free.
 */
final class Definitions {
    private static final int NAMES_SHOWN = 10;

    /** What stands for the condition of the direction among the names that need one another. */
    static final String DIRECTION = "\u0000direction";

    private final Scope scope;
    private final Map<String, Written> written = new LinkedHashMap<>();

    private record Written(String name, Expression value, Span span) {}

    Definitions(Scope scope) {
        this.scope = scope;
    }

    /** Declares the names, checks that none needs itself, and types them; the answer is in the order of their needs. */
    List<Definition> declare(List<KpiClause.Definition> explicit, List<Expression> formulas) {
        return declare(explicit, formulas, Optional.empty(), Optional.empty());
    }

    /** As well with the direction, where a condition decides it. */
    List<Definition> declare(
            List<KpiClause.Definition> explicit,
            List<Expression> formulas,
            Optional<KpiClause.DirectionClause> line,
            Optional<Tolerance> tolerance) {
        Optional<KpiClause.DirectionClause.When> when = line.flatMap(KpiClause.DirectionClause::when);
        when.ifPresent(condition -> written.put(
                DIRECTION,
                new Written(
                        condition.condition().span().text(),
                        condition.condition(),
                        condition.condition().span())));
        for (KpiClause.Definition definition : explicit) {
            declare(
                    definition.name().spelling(),
                    definition.value(),
                    definition.name().span());
        }
        List<Expression> all = new ArrayList<>(formulas);
        explicit.forEach(definition -> all.add(definition.value()));
        all.forEach(formula -> Expressions.walk(formula, this::restatement));
        Dependencies dependencies = Dependencies.of(needs());
        Set<String> circular = dependencies.circular();
        dependencies.cycles().forEach(this::reportCycle);
        List<Definition> typed = new ArrayList<>();
        for (String name : dependencies.order()) {
            if (!written.containsKey(name)) {
                continue; // a definition with parameters: read where it is called
            }
            Written definition = writtenAs(name);
            if (name.equals(DIRECTION)) {
                direction(line.orElseThrow(), tolerance, definition, circular.contains(name))
                        .ifPresent(typed::add);
            } else if (!circular.contains(name)) {
                new ExpressionAnalysis(scope)
                        .analyse(definition.value())
                        .map(term -> new Definition(definition.name(), term, definition.span()))
                        .ifPresentOrElse(
                                found -> {
                                    scope.symbols().add(found);
                                    typed.add(found);
                                },
                                () -> scope.symbols().addBroken(definition.name()));
            } else {
                scope.symbols().addBroken(definition.name());
            }
        }
        return typed;
    }

    private Optional<Definition> direction(
            KpiClause.DirectionClause line, Optional<Tolerance> tolerance, Written condition, boolean isCircular) {
        Optional<Definition> typed = isCircular
                ? Optional.empty()
                : new ExpressionAnalysis(scope)
                        .analyse(condition.value())
                        .filter(new Operators(scope.reporter())::requireTruth)
                        .map(term -> new Definition(condition.name(), term, condition.span()));
        typed.ifPresent(found -> scope.symbols()
                .direction(new Directions.Rule(
                        line.direction(),
                        tolerance,
                        line.when().map(when -> new Directions.Rule.When(found, when.otherwise())))));
        return typed;
    }

    /** What was declared under a name, with or without parameters. */
    private Written writtenAs(String canonical) {
        Written found = written.get(canonical);
        return found != null
                ? found
                : scope.symbols()
                        .defines()
                        .find(canonical)
                        .map(define -> new Written(define.name(), define.value(), define.span()))
                        .orElseThrow();
    }

    private void declare(String name, Expression value, Span span) {
        String canonical = CanonicalName.of(name);
        Written earlier = written.get(canonical);
        if (earlier != null) {
            scope.reporter().report(duplicate(name, span, earlier.span()));
            return;
        }
        scope.symbols()
                .defines()
                .find(name)
                .ifPresent(define -> scope.reporter().report(duplicate(name, span, define.span())));
        scope.symbols().input(name).ifPresent(input -> scope.reporter().report(duplicate(name, span, input.span())));
        if (scope.symbols().functions().find(name).isPresent()
                || Calls.aggregate(name).isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.NAME_OF_A_FUNCTION, span).with("name", name));
        }
        written.put(canonical, new Written(name, value, span));
        scope.symbols().addRestatement(name, value.span().text(), value.span());
    }

    static Problem.Builder duplicate(String name, Span span, Span earlier) {
        boolean inOrder = !span.source().equals(earlier.source()) || earlier.start() <= span.start();
        return Problem.of(AnalysisCode.DUPLICATE_NAME, inOrder ? span : earlier)
                .with("name", name)
                .related(inOrder ? earlier : span, "first-declared");
    }

    /** A bracket over declared names, after a name that nothing declares, defines that name. */
    private void restatement(Expression expression) {
        if (!(expression instanceof Expression.Application application)
                || application.arguments().size() != 1) {
            return;
        }
        String name = application.name().spelling();
        String inner = BracketReadings.inner(application.brackets());
        boolean taken = scope.symbols().functions().find(name).isPresent()
                || Calls.aggregate(name).isPresent()
                || FigureNames.facet(name).isPresent()
                || name.equals("log")
                || isScore(name, application.arguments().get(0))
                || scope.symbols().defines().find(name).isPresent()
                || scope.symbols().defines().lookUps().find(name).isPresent()
                || declared(name)
                || declared(name + "(" + inner + ")")
                || BracketReadings.isNote(inner, scope.symbols());
        if (!taken && namesAreDeclared(application.arguments().get(0))) {
            declare(name, application.arguments().get(0), application.name().span());
        }
    }

    /** {@code innovation(A)} asks for a score and defines nothing. */
    private boolean isScore(String name, Expression argument) {
        return scope.symbols()
                        .dimensions()
                        .flatMap(dimensions -> dimensions.find(name))
                        .isPresent()
                && new FigureNames(scope).kpi(argument).isPresent();
    }

    private boolean declared(String name) {
        return written.containsKey(CanonicalName.of(name)) || scope.symbols().declares(name);
    }

    private boolean namesAreDeclared(Expression expression) {
        boolean[] result = {true, false};
        Expressions.walk(expression, node -> {
            if (node instanceof Expression.Name name) {
                result[1] = true;
                result[0] &= declared(name.spelling());
            } else if (node instanceof Expression.Application application) {
                result[1] = true;
            }
        });
        return result[0] && result[1];
    }

    private Map<String, Set<String>> needs() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        written.forEach((name, definition) -> {
            Set<String> names = new LinkedHashSet<>();
            addNames(definition.value(), names);
            for (String used : List.copyOf(names)) {
                scope.symbols().policies().replacements(used).forEach(value -> addNames(value, names));
            }
            needs.put(name, names);
        });
        scope.symbols()
                .defines()
                .own()
                .forEach(define -> needs.putIfAbsent(CanonicalName.of(define.name()), Defines.namesIn(define)));
        return needs;
    }

    private static void addNames(Expression value, Set<String> names) {
        Expressions.walk(value, node -> {
            if (node instanceof Expression.Directed) {
                names.add(DIRECTION);
            } else if (node instanceof Expression.Name used) {
                names.add(CanonicalName.of(used.spelling()));
            } else if (node instanceof Expression.Application application) {
                String spelling = application.name().spelling();
                names.add(CanonicalName.of(spelling));
                names.add(CanonicalName.of(spelling, BracketReadings.inner(application.brackets())));
            }
        });
    }

    private void reportCycle(List<String> cycle) {
        Written first = writtenAs(cycle.get(0));
        List<String> names = cycle.stream().map(name -> writtenAs(name).name()).toList();
        Problem.Builder problem = Problem.of(AnalysisCode.CYCLE, first.span()).with("names", shown(names));
        cycle.stream()
                .skip(1)
                .limit(Math.min(cycle.size() - 2L, NAMES_SHOWN))
                .forEach(name -> problem.related(writtenAs(name).span(), "in-cycle"));
        scope.reporter().report(problem);
    }

    /** A walk round a cycle, shortened where it is long. */
    static String shown(List<String> names) {
        if (names.size() <= NAMES_SHOWN + 1) {
            return String.join(" → ", names);
        }
        return String.join(" → ", names.subList(0, NAMES_SHOWN)) + " → … → " + names.get(names.size() - 1);
    }
}
