package kpi.dsl.analysis;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.data.ColumnSchema;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.dsl.syntax.Expression;
import kpi.model.ColumnTerm;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.InputTerm;
import kpi.model.KpiFigure;
import kpi.model.OwnFigure;
import kpi.model.Term;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Type;

/**
 * What a name means, and what a bracket after it means. A bracket is, in this order: a function's arguments; the
 * qualifier of a declared full spelling; a note; a definition restated; else an error that lists the readings.
 */
final class NameResolution {
    private static final Set<String> NOTE_WORDS = Set.of("含", "不含", "註", "單位", "截至");

    private final ExpressionAnalysis.Scope scope;
    private final ExpressionAnalysis analysis;

    NameResolution(ExpressionAnalysis.Scope scope, ExpressionAnalysis analysis) {
        this.scope = scope;
        this.analysis = analysis;
    }

    Optional<Term> name(Expression.Name name) {
        return value(name.span(), name.spelling()).or(() -> {
            unknown(name);
            return Optional.empty();
        });
    }

    /** The value a declared name stands for; silent where it stands for none. */
    private Optional<Term> value(Span span, String spelling) {
        return ownFigure(span, spelling)
                .or(() -> column(span, spelling))
                .or(() -> scope.symbols().definition(spelling).map(found -> new DefinitionTerm(span, found)))
                .or(() -> scope.symbols().input(spelling).map(found -> new InputTerm(span, found)))
                .or(() -> scope.symbols().kpi(spelling).map(found -> figure(span, found, Facet.ACTUAL)));
    }

    private Optional<Term> ownFigure(Span span, String spelling) {
        return scope.ownActual()
                .flatMap(unit -> facet(spelling).map(facet -> new OwnFigure(span, facet, type(facet, unit))));
    }

    private Optional<Term> column(Span span, String spelling) {
        return scope.row()
                .flatMap(table -> table.column(spelling)
                        .map(column -> new ColumnTerm(span, table.name(), column.name(), Columns.type(column.type()))));
    }

    static KpiFigure figure(Span span, Symbols.KpiSignature kpi, Facet facet) {
        return new KpiFigure(span, kpi.id(), facet, type(facet, kpi.unit()));
    }

    private static Type type(Facet facet, KpiUnit unit) {
        return switch (facet) {
            case ACTUAL, TARGET -> Type.measure(unit.dimension());
            case ATTAINMENT -> Type.measure(Dimension.PERCENT);
        };
    }

    static Optional<Facet> facet(String spelling) {
        return switch (CanonicalName.of(spelling)) {
            case "實際值", "actual" -> Optional.of(Facet.ACTUAL);
            case "目標值", "target" -> Optional.of(Facet.TARGET);
            case "目標達成度", "attainment" -> Optional.of(Facet.ATTAINMENT);
            default -> Optional.empty();
        };
    }

    Optional<Term> member(Expression.Member member) {
        Optional<TableSchema> table = scope.symbols().table(member.table().spelling());
        if (table.isEmpty()) {
            unknownTable(member.table().span(), member.table().spelling());
            return Optional.empty();
        }
        if (scope.row().filter(row -> row.name().equals(table.get().name())).isPresent()) {
            return columnOf(table.get(), member.column());
        }
        scope.reporter().report(Problem.of(AnalysisCode.ROWS_AS_VALUE, member.span()));
        return Optional.empty();
    }

    Optional<Term> columnOf(TableSchema table, Expression.Name column) {
        Optional<ColumnSchema> found = table.column(column.spelling());
        if (found.isEmpty()) {
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_COLUMN, column.span())
                    .with("name", column.spelling())
                    .with("table", table.name())
                    .with(
                            "columns",
                            String.join(
                                    "、",
                                    table.columns().stream()
                                            .map(ColumnSchema::name)
                                            .toList()));
            suggest(
                    problem,
                    column.span(),
                    column.spelling(),
                    table.columns().stream().map(ColumnSchema::name).toList());
            scope.reporter().report(problem);
            return Optional.empty();
        }
        return Optional.of(new ColumnTerm(
                column.span(),
                table.name(),
                found.get().name(),
                Columns.type(found.get().type())));
    }

    Optional<Term> application(Expression.Application application) {
        String name = application.name().spelling();
        Optional<Optional<Term>> call = new Calls(analysis).call(application);
        if (call.isPresent()) {
            return call.get();
        }
        String inner = inner(application.brackets());
        String full = name + "(" + inner + ")";
        Optional<Term> qualified = value(application.span(), full);
        if (qualified.isPresent()) {
            return qualified;
        }
        if (isNote(inner)) {
            return noted(application.name(), application.brackets(), inner);
        }
        Optional<Symbols.Restatement> declared = scope.symbols().restatement(name);
        if (declared.isPresent() && application.arguments().size() == 1) {
            return restated(application, declared.get());
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
        return value(application.span(), application.name().spelling());
    }

    Optional<Term> noted(Expression.Noted noted) {
        return noted(noted.name(), noted.brackets(), noted.note());
    }

    private Optional<Term> noted(Expression.Name name, Span brackets, String note) {
        scope.notes().add(name.spelling(), note, brackets, scope.reporter());
        return name(name);
    }

    /** A note begins with one of the note words and names nothing that is declared. */
    boolean isNote(String inner) {
        String text = inner.strip();
        return NOTE_WORDS.stream().anyMatch(text::startsWith)
                && !scope.symbols().declares(text);
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
        boolean declared = scope.symbols().declares(name);
        List<String> qualified = scope.symbols().known().stream()
                .filter(known -> CanonicalName.of(known).startsWith(CanonicalName.of(name) + "("))
                .toList();
        if (declared) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.VALUE_AS_FUNCTION, application.brackets())
                            .with("name", name)
                            .with("bracket", inner));
            return;
        }
        if (qualified.isEmpty() && application.arguments().size() != 1) {
            unknownFunction(application.name());
            return;
        }
        Problem.Builder problem = Problem.of(AnalysisCode.UNREADABLE_BRACKET, application.span())
                .with("name", name)
                .with("bracket", inner)
                .with("full", full);
        suggest(
                problem,
                application.span(),
                full,
                qualified.isEmpty() ? scope.symbols().known() : qualified);
        scope.reporter().report(problem);
    }

    private void unknownFunction(Expression.Name name) {
        Problem.Builder problem =
                Problem.of(AnalysisCode.UNKNOWN_FUNCTION, name.span()).with("name", name.spelling());
        suggest(problem, name.span(), name.spelling(), scope.symbols().functionNames());
        scope.reporter().report(problem);
    }

    private void unknown(Expression.Name name) {
        String spelling = name.spelling();
        if (scope.symbols().isBroken(spelling)) {
            return;
        }
        if (spelling.equals("log")) {
            scope.reporter().report(ambiguousLogarithm(name.span()));
        } else if (scope.symbols().functions().find(spelling).isPresent()
                || Calls.aggregate(spelling).isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.FUNCTION_AS_VALUE, name.span())
                            .with("name", spelling));
        } else if (scope.symbols().table(spelling).isPresent()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.TABLE_AS_VALUE, name.span()).with("name", spelling));
        } else {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_NAME, name.span()).with("name", spelling);
            suggest(problem, name.span(), spelling, visible());
            scope.reporter().report(problem);
        }
    }

    static Problem.Builder ambiguousLogarithm(Span span) {
        return Problem.of(AnalysisCode.AMBIGUOUS_LOGARITHM, span)
                .edit(span, "ln")
                .edit(span, "log10");
    }

    private Collection<String> visible() {
        return scope.row()
                .map(table -> java.util.stream.Stream.concat(
                                table.columns().stream().map(ColumnSchema::name), scope.symbols().known().stream())
                        .toList())
                .orElseGet(() -> scope.symbols().known());
    }

    void unknownTable(Span span, String spelling) {
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_TABLE, span).with("name", spelling);
        suggest(problem, span, spelling, scope.symbols().tableNames());
        scope.reporter().report(problem);
    }

    static void suggest(Problem.Builder problem, Span span, String unknown, Collection<String> known) {
        Suggestion.nearest(unknown, known).ifPresent(near -> {
            problem.edit(span, near);
            problem.with("differing", Suggestion.differingCodePoints(unknown, near));
        });
    }
}
