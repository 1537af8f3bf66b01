package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.data.ColumnSchema;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.dsl.syntax.Expression;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.InputTerm;
import kpi.model.KpiFigure;
import kpi.model.KpiPart;
import kpi.model.OwnFigure;
import kpi.model.RowFigure;
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

    private final Scope scope;
    private final ExpressionAnalysis analysis;
    private Optional<Span> expected = Optional.empty();
    private Policies.Use expectedUse = Policies.Use.VALUE;

    NameResolution(Scope scope, ExpressionAnalysis analysis) {
        this.scope = scope;
        this.analysis = analysis;
    }

    /** Reports a declared name that is only read as a name in quotes: 109年預算, PM₂.₅. */
    boolean needsQuotes(Span written) {
        if (written.text().chars().allMatch(c -> c < 128 && !Character.isLetter(c))
                || value(written, written.text()).isEmpty()) {
            return false;
        }
        scope.reporter()
                .report(Problem.of(AnalysisCode.NAME_WITHOUT_QUOTES, written)
                        .with("name", written.text())
                        .edit(written, "【" + written.text() + "】"));
        return true;
    }

    /** Whether a text in quotes is the name of a value, so that 「甲」 may have meant 【甲】. */
    boolean namesValue(Span span, String text) {
        return value(span, text).isPresent();
    }

    Optional<Term> name(Expression.Name name) {
        Optional<Activation.Binding> bound =
                scope.activation().flatMap(activation -> activation.binding(name.spelling()));
        if (bound.filter(Activation.Binding.Unknown.class::isInstance).isPresent()) {
            return Optional.empty();
        }
        if (bound.filter(Activation.Binding.OfRows.class::isInstance).isPresent()) {
            scope.reporter().report(Problem.of(AnalysisCode.ROWS_AS_VALUE, name.span()));
            return Optional.empty();
        }
        int before = scope.reporter().problems().size();
        Optional<Term> found = value(name.span(), name.spelling());
        if (found.isPresent() || scope.reporter().problems().size() > before) {
            return found;
        }
        Optional<Symbols.KpiSignature> rows = scope.symbols()
                .kpi(name.spelling())
                .filter(kpi -> scope.symbols().meansRows(name.spelling()));
        if (rows.isPresent()) {
            return figureOf(name.span(), rows.get(), Facet.ACTUAL);
        }
        unknown(name);
        return Optional.empty();
    }

    /** What the name at this place is used for; every other one is used for its value. */
    void expect(Span span, Policies.Use use) {
        expected = Optional.of(span);
        expectedUse = use;
    }

    /** The value a declared name stands for, with what the author wrote for it; silent where it stands for none. */
    private Optional<Term> value(Span span, String spelling) {
        Policies.Use use = expected.filter(span::equals).isPresent() ? expectedUse : Policies.Use.VALUE;
        return reference(span, spelling).map(found -> scope.symbols().policies().applied(found, use, analysis));
    }

    private Optional<Term> reference(Span span, String spelling) {
        return parameter(span, spelling)
                .or(() -> ownFigure(span, spelling))
                .or(() -> scope.row().flatMap(table -> cell(table, span, spelling)))
                .or(() -> scope.symbols().definition(spelling).map(found -> new DefinitionTerm(span, found)))
                .or(() -> scope.symbols().input(spelling).map(found -> new InputTerm(span, found)))
                .or(() -> scope.symbols().around().value(span, spelling))
                .or(() -> scope.symbols()
                        .kpi(spelling)
                        .filter(found -> found.rows().isEmpty())
                        .map(found -> figure(span, found, Facet.ACTUAL)))
                .or(() -> constant(span, spelling));
    }

    /** What a definition's own parameter stands for goes before every other name. */
    private Optional<Term> parameter(Span span, String spelling) {
        return scope.activation().flatMap(activation -> activation.value(span, spelling));
    }

    /** A definition without parameters. */
    private Optional<Term> constant(Span span, String spelling) {
        return scope.symbols()
                .defines()
                .find(spelling)
                .filter(define -> define.parameters().isEmpty())
                .flatMap(define -> new DefineCalls(analysis).call(define, span, List.of()));
    }

    private Optional<Term> ownFigure(Span span, String spelling) {
        return scope.ownActual()
                .flatMap(unit -> facet(spelling).map(facet -> new OwnFigure(span, facet, type(facet, unit))));
    }

    /** What a name is at a row: a cell or, at a row of a KPI, one of its figures. */
    private Optional<Term> cell(TableSchema table, Span span, String spelling) {
        return Around.cell(table, span, spelling)
                .or(() -> scope.symbols()
                        .kpi(table.name())
                        .filter(kpi -> kpi.rows().isPresent())
                        .flatMap(kpi ->
                                part(kpi, spelling).map(part -> new RowFigure(span, kpi.id(), part, type(kpi, part)))));
    }

    /** The figure of a KPI per row or group that a name stands for: a definition, or 實際值 and the like. */
    private static Optional<KpiPart> part(Symbols.KpiSignature kpi, String spelling) {
        Definition definition = kpi.definitions().get(CanonicalName.of(spelling));
        return definition != null
                ? Optional.of(new KpiPart.Named(definition.name()))
                : facet(spelling).map(KpiPart.Figure::new);
    }

    static Type type(Symbols.KpiSignature kpi, KpiPart part) {
        return part instanceof KpiPart.Figure figure
                ? type(figure.facet(), kpi.unit())
                : Objects.requireNonNull(kpi.definitions().get(CanonicalName.of(((KpiPart.Named) part).definition())))
                        .type();
    }

    /** The KPI that a name or a dotted id stands for. */
    Optional<Symbols.KpiSignature> kpi(Expression expression) {
        if (expression instanceof Expression.Member member) {
            return scope.symbols()
                    .kpi(member.table().spelling() + "." + member.column().spelling());
        }
        return expression instanceof Expression.Name name ? scope.symbols().kpi(name.spelling()) : Optional.empty();
    }

    /** A figure of a KPI: its only one, or that of the row or group at hand; empty where a problem was reported. */
    Optional<Term> figureOf(Span span, Symbols.KpiSignature kpi, Facet facet) {
        return kpi.rows().isEmpty()
                ? Optional.of(figure(span, kpi, facet))
                : new Joins(scope).figure(span, kpi, new KpiPart.Figure(facet), type(facet, kpi.unit()));
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
        Optional<Symbols.KpiSignature> dotted = kpi(member);
        if (dotted.isPresent()) {
            return figureOf(member.span(), dotted.get(), Facet.ACTUAL);
        }
        Optional<TableSchema> table = scope.symbols().rows(member.table().spelling());
        if (table.isEmpty()) {
            if (needsQuotes(member.span())) {
                return Optional.empty();
            }
            unknownTable(member.table().span(), member.table().spelling());
            return Optional.empty();
        }
        if (scope.row().filter(row -> row.name().equals(table.get().name())).isPresent()) {
            return columnOf(table.get(), member.column());
        }
        Around around = scope.symbols().around();
        if (around.row().filter(row -> row.name().equals(table.get().name())).isPresent()) {
            return columnOf(table.get(), member.column());
        }
        Optional<Symbols.KpiSignature> kpi = scope.symbols().kpi(table.get().name());
        if (kpi.isEmpty()) {
            return new Joins(scope).column(member, table.get());
        }
        Optional<KpiPart> part = part(kpi.get(), member.column().spelling());
        if (part.isEmpty()) {
            unknownColumn(scope, table.get(), member.column());
            return Optional.empty();
        }
        return new Joins(scope).figure(member.span(), kpi.get(), part.get(), type(kpi.get(), part.get()));
    }

    Optional<Term> columnOf(TableSchema table, Expression.Name column) {
        Optional<Term> found = cell(table, column.span(), column.spelling());
        if (found.isEmpty()) {
            unknownColumn(scope, table, column);
        }
        return found;
    }

    private static boolean isUnread(Scope scope, TableSchema table, String spelling) {
        return scope.symbols()
                .kpi(table.name())
                .filter(kpi -> kpi.unread().contains(CanonicalName.of(spelling)))
                .isPresent();
    }

    private static void unread(Scope scope, TableSchema table, Expression.Name name) {
        scope.reporter()
                .report(Problem.of(AnalysisCode.RESTS_ON_BROKEN, name.span())
                        .with("name", name.spelling())
                        .with("kpi", table.name()));
    }

    static void unknownColumn(Scope scope, TableSchema table, Expression.Name column) {
        List<String> names =
                new ArrayList<>(table.columns().stream().map(ColumnSchema::name).toList());
        if (isUnread(scope, table, column.spelling())) {
            unread(scope, table, column);
            return;
        }
        scope.symbols()
                .kpi(table.name())
                .ifPresent(kpi -> kpi.definitions().values().forEach(definition -> names.add(definition.name())));
        Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_COLUMN, column.span())
                .with("name", column.spelling())
                .with("table", table.name())
                .with("columns", String.join("、", names));
        suggest(problem, column.span(), column.spelling(), names);
        scope.reporter().report(problem);
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
        if (scope.symbols().declares(name) && isUnit(inner) && !scope.symbols().declares(inner)) {
            return inUnit(value(application.span(), name), inner, application.brackets());
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

    /** A note behind a name belongs to the name; behind a figure or a bracket it is looked at and left alone. */
    Optional<Term> noted(Expression.Noted noted) {
        boolean unit = isUnit(noted.note());
        if (noted.operand() instanceof Expression.Name name) {
            Optional<Term> qualified =
                    value(noted.span(), name.spelling() + noted.brackets().text());
            if (qualified.isPresent()) {
                return qualified;
            }
            return unit
                    ? inUnit(name(name), noted.note(), noted.brackets())
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

    private boolean isUnit(String note) {
        return !note.isEmpty() && scope.literals().unit(note).isPresent();
    }

    /** 歲入(千元) repeats a unit and must not contradict the declared one. */
    private Optional<Term> inUnit(Optional<Term> term, String note, Span brackets) {
        return term.filter(value -> {
            Dimension said = scope.literals().unit(note).orElseThrow().dimension();
            boolean agrees = Operators.isMeasure(value)
                    && (Operators.dimension(value).equals(said)
                            || said.equals(Dimension.PERCENT)
                                    && Operators.dimension(value).equals(Dimension.RATIO));
            if (!agrees) {
                scope.reporter()
                        .report(Problem.of(AnalysisCode.UNIT_NOTE_DIFFERS, brackets)
                                .with("note", note)
                                .with("unit", Operators.typeName(value)));
            }
            return agrees;
        });
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
        Optional<TableSchema> unread = scope.row().filter(row -> isUnread(scope, row, spelling));
        if (unread.isPresent()) {
            unread(scope, unread.get(), name);
            return;
        }
        if (spelling.equals("log")) {
            scope.reporter().report(ambiguousLogarithm(name.span()));
        } else if (scope.symbols().functions().find(spelling).isPresent()
                || scope.symbols().defines().find(spelling).isPresent()
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
            Optional<String> signs =
                    Wording.inSigns(spelling, word -> value(name.span(), word).isPresent());
            if (signs.isPresent()) {
                problem.edit(name.span(), signs.get());
            } else {
                suggest(problem, name.span(), spelling, visible());
            }
            scope.reporter().report(problem);
        }
    }

    /** 失業率 = 失業人數 / 勞動力: a formula printed with the name of its result, which is not compared with anything. */
    boolean isNamedResult(Expression.Comparison comparison) {
        if (!(comparison.first() instanceof Expression.Name name)
                || comparison.links().size() != 1
                || comparison.links().get(0).relation() != Expression.Comparison.Relation.EQ
                || scope.row().isPresent()
                || scope.symbols().declares(name.spelling())
                || scope.symbols().isBroken(name.spelling())
                || Wording.inSigns(name.spelling(), scope.symbols()::declares).isPresent()
                || !Suggestion.nearest(name.spelling(), visible()).isEmpty()) {
            return false;
        }
        Span sign = comparison.links().get(0).operatorSpan();
        Span result = name.span().source().span(name.span().start(), sign.end());
        scope.reporter()
                .report(Problem.of(AnalysisCode.NAMED_RESULT, name.span())
                        .with("name", name.spelling())
                        .edit(result, ""));
        return true;
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
