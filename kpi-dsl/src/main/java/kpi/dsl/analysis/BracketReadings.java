package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.model.Term;
import kpi.source.Span;
import kpi.unit.Dimension;

/**
 * What a bracket after a name means. It is, in this order: a function's arguments; the qualifier of a declared full
 * spelling; a note; a definition restated; else an error that lists the readings.
 */
final class BracketReadings {
    private static final Set<String> NOTE_WORDS = Set.of("含", "不含", "註", "單位", "截至");

    private final Scope scope;
    private final ExpressionAnalysis analysis;
    private final NameResolution names;

    BracketReadings(ExpressionAnalysis analysis, NameResolution names) {
        this.scope = analysis.scope();
        this.analysis = analysis;
        this.names = names;
    }

    /** What stands before the bracket is no function. */
    Optional<Term> notCalled(Expression.Application application) {
        String name = application.name().spelling();
        String inner = inner(application.brackets());
        String full = name + "(" + inner + ")";
        Optional<Term> qualified = names.value(application.span(), full);
        if (qualified.isPresent()) {
            return qualified;
        }
        if (isNote(inner, scope.symbols())) {
            return noted(application.name(), application.brackets(), inner);
        }
        Optional<Symbols.Restatement> declared = scope.symbols().restatement(name);
        if (declared.isPresent() && application.arguments().size() == 1) {
            return restated(application, declared.get());
        }
        if (scope.symbols().declares(name) && !scope.symbols().declares(inner)) {
            Optional<Term> value = names.value(application.span(), name);
            if (isUnit(inner) || isLabel(inner, value)) {
                return inUnit(value, inner, application.brackets());
            }
        }
        unreadable(application, inner, full);
        return Optional.empty();
    }

    private Optional<Term> restated(Expression.Application application, Symbols.Restatement declared) {
        if (!declared.form().equals(Symbols.Restatement.form(inner(application.brackets())))) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.RESTATEMENT_DIFFERS, application.brackets())
                            .with("name", application.name().spelling())
                            .related(declared.span(), "defined"));
            return Optional.empty();
        }
        return names.value(application.span(), application.name().spelling());
    }

    /** A note behind a name belongs to the name; behind a figure or a bracket it is looked at and left alone. */
    Optional<Term> noted(Expression.Noted noted) {
        boolean unit = isUnit(noted.note());
        if (noted.operand() instanceof Expression.Name name) {
            Optional<Term> qualified =
                    names.value(noted.span(), name.spelling() + noted.brackets().text());
            if (qualified.isPresent()) {
                return qualified;
            }
            return unit
                    ? inUnit(names.name(name), noted.note(), noted.brackets())
                    : noted(name, noted.brackets(), noted.note());
        }
        if (scope.symbols().declares(noted.note())) {
            int start = noted.brackets().start();
            scope.reporter()
                    .report(Problem.of(AnalysisCode.NOTE_OR_PRODUCT, noted.brackets())
                            .with("note", noted.note())
                            .edit(noted.brackets().source().span(start, start), " × "));
            return Optional.empty();
        }
        Optional<Term> operand = analysis.analyse(noted.operand());
        return unit ? inUnit(operand, noted.note(), noted.brackets()) : operand;
    }

    private Optional<Term> noted(Expression.Name name, Span brackets, String note) {
        scope.notes().add(name.spelling(), note, brackets, scope.reporter());
        return names.name(name);
    }

    /** 歲入(千元) repeats a unit and must not contradict the declared one. */
    private Optional<Term> inUnit(Optional<Term> term, String note, Span brackets) {
        return term.filter(value -> {
            Dimension said = scope.literals()
                    .unit(note)
                    .or(() -> scope.literals().units().read(note))
                    .orElseThrow()
                    .dimension();
            boolean agrees = Operators.isMeasure(value)
                            && (Operators.dimension(value).equals(said)
                                    || said.equals(Dimension.PERCENT)
                                            && Operators.dimension(value).equals(Dimension.RATIO))
                    || analysis.isUnitOfAll(brackets, said);
            if (!agrees) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.UNIT_NOTE_DIFFERS, brackets)
                                .with("note", note)
                                .with("unit", Operators.typeName(value)));
            }
            return agrees;
        });
    }

    /** 公噸 is no unit of the table, but the label of the value before it. */
    private boolean isLabel(String note, Optional<Term> value) {
        return scope.literals()
                .units()
                .read(note)
                .filter(unit -> value.filter(Operators::isMeasure)
                        .filter(term -> Operators.dimension(term).equals(unit.dimension()))
                        .isPresent())
                .isPresent();
    }

    private boolean isUnit(String note) {
        return !note.isEmpty() && scope.literals().unit(note).isPresent();
    }

    /** A note begins with one of the note words and names nothing that is declared. */
    static boolean isNote(String inner, Symbols symbols) {
        String text = inner.strip();
        return NOTE_WORDS.stream().anyMatch(text::startsWith) && !symbols.declares(text);
    }

    static String inner(Span brackets) {
        String text = brackets.text();
        int last = text.offsetByCodePoints(text.length(), -1);
        return last < 1 ? "" : text.substring(1, last);
    }

    private void unreadable(Expression.Application application, String inner, String full) {
        String name = application.name().spelling();
        if (scope.symbols().isBroken(name) || scope.symbols().isBroken(full)) {
            return;
        }
        boolean declared = scope.symbols().declares(name)
                || scope.activation()
                        .flatMap(activation -> activation.binding(name))
                        .isPresent();
        if (declared
                && application.arguments().size() == 1
                && isComputable(application.arguments().get(0))) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.RESTATED_INPUT, application.brackets())
                            .with("name", name)
                            .with("bracket", inner)
                            .edit(application.brackets(), ""));
            return;
        }
        List<String> qualified = scope.symbols().known().stream()
                .filter(known -> CanonicalName.of(known).startsWith(CanonicalName.of(name) + "("))
                .toList();
        if (declared) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.VALUE_AS_FUNCTION, application.brackets())
                            .with("name", name)
                            .with("bracket", inner)
                            .edit(application.brackets(), ""));
            return;
        }
        if (qualified.isEmpty() && application.arguments().size() != 1) {
            new UnknownNames(scope).function(application.name());
            return;
        }
        Problem.Builder problem = Problem.of(AnalysisCode.UNREADABLE_BRACKET, application.span())
                .with("name", name)
                .with("bracket", inner)
                .with("full", full);
        UnknownNames.suggest(
                problem,
                application.span(),
                full,
                qualified.isEmpty() ? scope.symbols().known() : qualified);
        scope.reporter().report(problem);
    }

    /** Whether an expression computes something from names that are all declared. */
    private boolean isComputable(Expression expression) {
        boolean[] found = {expression instanceof Expression.Binary, true};
        Expressions.walk(expression, node -> {
            if (node instanceof Expression.Name name) {
                found[1] &= scope.symbols().declares(name.spelling());
            }
        });
        return found[0] && found[1];
    }
}
