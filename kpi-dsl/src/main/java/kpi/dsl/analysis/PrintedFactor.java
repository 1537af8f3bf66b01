package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.function.KpiFunction;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.Conditional;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.Fallback;
import kpi.model.FunctionCall;
import kpi.model.LeftOut;
import kpi.model.Negation;
import kpi.model.Rounded;
import kpi.model.RoundingRule;
import kpi.model.Substitute;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.number.NumberText;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Type;

/**
 * The printed convention {@code ×100} for {@code ×100%}: official formulas of percentages print both, and nothing at
 * all. In a formula whose unit is % a leading or final {@code ×100} on a plain ratio is read as {@code ×100%}
 * ({@code ×1000} as {@code ×1000‰} for ‰); on a value that is already in % it would be a hundred times too large, so it
 * is an error there.
 */
final class PrintedFactor {
    private static final Set<String> ROUNDING = Set.of("round", "floor", "ceiling", "truncate");
    private static final int DEEPEST_DEFINITION = 100;
    private static final Exact LARGEST_SUSPECT = Exact.of(1_000_000);

    private final KpiUnit unit;
    private final Exact factor;
    private final Operators operators;
    private final Reporter reporter;
    private final Map<Definition, Definition> definitions = new IdentityHashMap<>();
    private int depth;
    private boolean sound = true;

    PrintedFactor(KpiUnit unit, Operators operators, Reporter reporter) {
        this.unit = unit;
        this.factor = Exact.ONE.dividedBy(unit.scale());
        this.operators = operators;
        this.reporter = reporter;
    }

    /** The formula with its printed factor read as a percentage; empty where a problem was reported. */
    Optional<Term> read(Term formula) {
        Term read = rewrite(formula);
        return sound ? Optional.of(read) : Optional.empty();
    }

    private Term rewrite(Term term) {
        if (term instanceof Arithmetic arithmetic) {
            return isSum(arithmetic) ? sum(arithmetic) : product(arithmetic);
        }
        if (term instanceof Negation negation) {
            Term operand = rewrite(negation.operand());
            return operand == negation.operand() ? term : new Negation(negation.span(), operand);
        }
        if (term instanceof Rounded rounded) {
            return rounded(rounded);
        }
        if (term instanceof Capped capped) {
            Term base = rewrite(capped.base());
            if (base == capped.base()) {
                return term;
            }
            return operators
                    .limitFor(
                            Operators.dimension(base),
                            capped.limit(),
                            capped.limit().span())
                    .<Term>map(limit -> new Capped(capped.span(), base, capped.bound(), limit))
                    .orElseGet(() -> failed(term));
        }
        if (term instanceof Fallback fallback) {
            return fallback(fallback);
        }
        if (term instanceof LeftOut optional) {
            Term operand = rewrite(optional.operand());
            return operand == optional.operand() ? term : new LeftOut(optional.span(), operand, optional.when());
        }
        if (term instanceof Conditional conditional) {
            return operators
                    .conditional(
                            conditional.span(),
                            conditional.condition(),
                            rewrite(conditional.then()),
                            rewrite(conditional.otherwise()))
                    .orElseGet(() -> failed(term));
        }
        if (term instanceof FunctionCall call) {
            return call(call);
        }
        return term instanceof DefinitionTerm named ? definition(named) : term;
    }

    /** A definition is read as if its text stood here; each once, and no deeper than a reader could follow. */
    private Term definition(DefinitionTerm named) {
        Definition definition = named.definition();
        Definition known = definitions.get(definition);
        if (known == null) {
            if (depth == DEEPEST_DEFINITION) {
                return named;
            }
            depth++;
            Term value = rewrite(definition.value());
            depth--;
            known = value == definition.value()
                    ? definition
                    : new Definition(definition.name(), value, definition.span());
            definitions.put(definition, known);
        }
        return known == definition ? named : new DefinitionTerm(named.span(), known);
    }

    private Term fallback(Fallback fallback) {
        Term value = rewrite(fallback.value());
        if (fallback.instead() instanceof Substitute.By by) {
            Term instead = rewrite(by.term());
            return value == fallback.value() && instead == by.term()
                    ? fallback
                    : operators
                            .fallback(fallback.span(), value, fallback.when(), instead)
                            .orElseGet(() -> failed(fallback));
        }
        return value == fallback.value()
                ? fallback
                : new Fallback(fallback.span(), value, fallback.when(), fallback.instead(), value.type());
    }

    private Term failed(Term term) {
        sound = false;
        return term;
    }

    /** Two places of a percentage are 0.01 %, so a plain ratio that is rounded is said in % first. */
    private Term rounded(Rounded rounded) {
        Term base = inPercent(rewrite(rounded.base()));
        if (base == rounded.base()) {
            return rounded;
        }
        return new Rounded(
                rounded.span(),
                base,
                rounded.rule() instanceof RoundingRule.Places places
                        ? new RoundingRule.Places(places.places(), unit, places.mode())
                        : rounded.rule());
    }

    private Term inPercent(Term term) {
        if (!Operators.dimension(term).equals(Dimension.RATIO)) {
            return term;
        }
        Span end = term.span().source().span(term.span().end(), term.span().end());
        Term percent = new Constant(
                end,
                Quantity.of(factor, unit),
                Type.measure(Dimension.PERCENT),
                NumberText.plain(factor) + unit.symbol());
        return operators
                .arithmetic(term.span(), Arithmetic.Operator.MULTIPLY, end, term, percent)
                .orElse(term);
    }

    private Term call(FunctionCall call) {
        List<Term> arguments = new ArrayList<>();
        boolean changed = false;
        for (Term argument : call.arguments()) {
            Term rewritten = Operators.isMeasure(argument) && Operators.isShare(Operators.dimension(argument))
                    ? rewrite(argument)
                    : argument;
            if (arguments.isEmpty() && ROUNDING.contains(call.function().name(Language.EN))) {
                rewritten = inPercent(rewritten);
            }
            changed |= rewritten != argument;
            arguments.add(rewritten);
        }
        if (!changed) {
            return call;
        }
        KpiFunction.Typing typing =
                call.function().resultType(arguments.stream().map(Term::type).toList());
        if (typing instanceof KpiFunction.Typing.Of of) {
            return new FunctionCall(call.span(), call.function(), arguments, of.type());
        }
        reporter.report(misplaced(call.span()));
        return failed(call);
    }

    private static boolean isSum(Arithmetic arithmetic) {
        return arithmetic.operator() == Arithmetic.Operator.ADD
                || arithmetic.operator() == Arithmetic.Operator.SUBTRACT;
    }

    private Term sum(Arithmetic whole) {
        Deque<Arithmetic> spine = new ArrayDeque<>();
        Term first = whole;
        while (first instanceof Arithmetic arithmetic && isSum(arithmetic)) {
            spine.push(arithmetic);
            first = arithmetic.left();
        }
        Term result = rewrite(first);
        boolean changed = result != first;
        for (Arithmetic link : spine) {
            Term right = rewrite(link.right());
            changed |= right != link.right();
            if (!changed) {
                result = link;
                continue;
            }
            Optional<Term> next = operators.arithmetic(link.span(), link.operator(), link.sign(), result, right);
            if (next.isEmpty()) {
                return failed(whole);
            }
            result = next.get();
        }
        return result;
    }

    private Term product(Arithmetic whole) {
        if (!Operators.isShare(Operators.dimension(whole)) || whole.operator() == Arithmetic.Operator.POWER) {
            return whole;
        }
        List<Constant> suspects = new ArrayList<>();
        collect(whole, suspects);
        if (suspects.isEmpty()) {
            return whole;
        }
        if (Operators.dimension(whole).equals(Dimension.PERCENT)) {
            Constant suspect = suspects.get(0);
            reporter.report(Problem.of(AnalysisCode.PERCENT_TWICE, suspect.span())
                    .with("factor", suspect.printed())
                    .with("unit", unit.symbol())
                    .edit(factorWithSign(whole, suspect), ""));
            return failed(whole);
        }
        if (suspects.size() == 1 && isFactor(suspects.get(0))) {
            Constant printed = suspects.get(0);
            Deque<Arithmetic> spine = spine(whole);
            boolean last = whole.operator() == Arithmetic.Operator.MULTIPLY && whole.right() == printed;
            boolean first = spine.getFirst().left() == printed;
            if (last || first) {
                return withPercent(whole, spine, printed);
            }
        }
        Constant suspect = suspects.get(0);
        reporter.report(misplaced(suspect.span()).with("found", suspect.printed()));
        return failed(whole);
    }

    private Problem.Builder misplaced(Span span) {
        String digits = NumberText.plain(factor);
        boolean sign = unit.symbol().equals("%") || unit.symbol().equals("‰");
        return Problem.of(AnalysisCode.PRINTED_FACTOR_MISPLACED, span)
                .with("factor", digits)
                .with("unit", unit.symbol())
                .with("written", sign ? digits + " " + unit.symbol() : digits);
    }

    private Term withPercent(Arithmetic whole, Deque<Arithmetic> spine, Constant printed) {
        Term percent = new Constant(
                printed.span(),
                Quantity.of(factor, unit),
                Type.measure(Dimension.PERCENT),
                printed.printed() + unit.symbol());
        Term result =
                spine.getFirst().left() == printed ? percent : spine.getFirst().left();
        for (Arithmetic link : spine) {
            Optional<Term> next = operators.arithmetic(
                    link.span(),
                    link.operator(),
                    link.sign(),
                    result,
                    link.right() == printed ? percent : link.right());
            if (next.isEmpty()) {
                return failed(whole);
            }
            result = next.get();
        }
        return result;
    }

    private static Deque<Arithmetic> spine(Arithmetic whole) {
        Deque<Arithmetic> spine = new ArrayDeque<>();
        Term node = whole;
        while (node instanceof Arithmetic arithmetic && isProduct(arithmetic)) {
            spine.push(arithmetic);
            node = arithmetic.left();
        }
        return spine;
    }

    private static boolean isProduct(Arithmetic arithmetic) {
        return arithmetic.operator() == Arithmetic.Operator.MULTIPLY
                || arithmetic.operator() == Arithmetic.Operator.DIVIDE;
    }

    /** Bare powers of ten that multiply the value: each would make a percentage ten, a hundred … times too large. */
    private static void collect(Term term, List<Constant> suspects) {
        Deque<Factor> open = new ArrayDeque<>();
        Set<Definition> seen = Collections.newSetFromMap(new IdentityHashMap<>());
        open.push(new Factor(term, false));
        while (!open.isEmpty()) {
            Factor factor = open.pop();
            Term next = factor.term();
            if (next instanceof Arithmetic arithmetic && isProduct(arithmetic)) {
                boolean divides = arithmetic.operator() == Arithmetic.Operator.DIVIDE;
                open.push(new Factor(arithmetic.right(), divides != factor.divides()));
                open.push(new Factor(arithmetic.left(), factor.divides()));
            } else if (next instanceof DefinitionTerm named && seen.add(named.definition())) {
                open.push(new Factor(named.definition().value(), factor.divides()));
            } else if (next instanceof Negation negation) {
                open.push(new Factor(negation.operand(), factor.divides()));
            } else if (!factor.divides() && next instanceof Constant constant && isSuspect(constant)) {
                suspects.add(constant);
            }
        }
    }

    /** A part of a product; what divides a divisor multiplies: a ÷ (b ÷ 10,000). */
    private record Factor(Term term, boolean divides) {}

    private static boolean isSuspect(Constant constant) {
        if (!Operators.isBareConstant(constant)) {
            return false;
        }
        Exact value = ((Quantity) constant.value()).canonical();
        for (Exact power = Exact.TEN; power.compareTo(LARGEST_SUSPECT) <= 0; power = power.times(Exact.TEN)) {
            if (value.equals(power)) {
                return true;
            }
        }
        return false;
    }

    private boolean isFactor(Constant constant) {
        return ((Quantity) constant.value()).canonical().equals(factor);
    }

    private static Span factorWithSign(Arithmetic whole, Constant suspect) {
        for (Arithmetic link : spine(whole)) {
            if (link.right() == suspect) {
                return link.sign().to(suspect.span());
            }
        }
        return suspect.span();
    }
}
