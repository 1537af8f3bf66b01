package kpi.dsl.analysis;

import java.util.List;
import java.util.Optional;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.InputTerm;
import kpi.model.KpiPart;
import kpi.model.LevelTerm;
import kpi.model.OwnFigure;
import kpi.model.RowFigure;
import kpi.model.Term;
import kpi.source.Span;
import kpi.value.Type;

/** What a name means where it stands: which of all that is declared it stands for. */
final class NameResolution {
    private final Scope scope;
    private final ExpressionAnalysis analysis;
    private final FigureNames figures;
    private final UnknownNames unknown;
    private Optional<Span> expected = Optional.empty();
    private Policies.Use expectedUse = Policies.Use.VALUE;

    NameResolution(Scope scope, ExpressionAnalysis analysis) {
        this.scope = scope;
        this.analysis = analysis;
        this.figures = new FigureNames(scope);
        this.unknown = new UnknownNames(scope);
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

    /** Reports a factor glued to a declared name, 0.4A: what follows a number is its unit. */
    boolean isFactor(Span written) {
        String text = written.text();
        int digits = 0;
        while (digits < text.length()
                && (Character.isDigit(text.charAt(digits)) || ".,．，".indexOf(text.charAt(digits)) >= 0)) {
            digits++;
        }
        String word = text.substring(digits);
        if (word.isBlank()
                || scope.literals().unit(word).isPresent()
                || !scope.symbols().declares(word)) {
            return false;
        }
        scope.reporter()
                .report(Problem.of(AnalysisCode.FACTOR_BEFORE_NAME, written)
                        .with("text", text)
                        .with("name", word.strip())
                        .edit(written, text.substring(0, digits) + " × " + word.strip()));
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
            return figures.figureOf(name.span(), rows.get(), Facet.ACTUAL);
        }
        unknown.name(name, word -> value(name.span(), word).isPresent());
        return Optional.empty();
    }

    /** What the name at this place is used for; every other one is used for its value. */
    void expect(Span span, Policies.Use use) {
        expected = Optional.of(span);
        expectedUse = use;
    }

    /** The value a declared name stands for, with what the author wrote for it; silent where it stands for none. */
    Optional<Term> value(Span span, String spelling) {
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
                        .map(found -> FigureNames.figure(span, found, Facet.ACTUAL)))
                .or(() -> constant(span, spelling))
                .or(() -> level(span, spelling));
    }

    /** A figure beside the target; whatever else is called so goes before it. */
    private Optional<Term> level(Span span, String spelling) {
        return scope.ownActual()
                .flatMap(unit -> FigureNames.level(spelling)
                        .flatMap(scope.symbols()::level)
                        .map(figures -> new LevelTerm(span, figures, Type.measure(unit.dimension()))));
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
        Optional<Term> scored = scope.symbols()
                .scored()
                .flatMap(kpi -> FigureNames.facet(spelling).map(facet -> FigureNames.figure(span, kpi, facet)));
        if (scored.isPresent()) {
            return scored;
        }
        return scope.ownActual()
                .flatMap(unit -> FigureNames.facet(spelling)
                        .map(facet -> new OwnFigure(span, facet, FigureNames.type(facet, unit))));
    }

    /** What a name is at a row: a cell or, at a row of a KPI, one of its figures. */
    private Optional<Term> cell(TableSchema table, Span span, String spelling) {
        return Around.cell(table, span, spelling)
                .or(() -> scope.symbols()
                        .kpi(table.name())
                        .filter(kpi -> kpi.rows().isPresent())
                        .flatMap(kpi -> FigureNames.part(kpi, spelling)
                                .map(part -> new RowFigure(span, kpi.id(), part, FigureNames.type(kpi, part)))));
    }

    Optional<Term> member(Expression.Member member) {
        Optional<Symbols.KpiSignature> dotted = figures.kpi(member);
        if (dotted.isPresent()) {
            return figures.figureOf(member.span(), dotted.get(), Facet.ACTUAL);
        }
        Optional<TableSchema> table = scope.symbols().rows(member.table().spelling());
        if (table.isEmpty()) {
            // What a stage's scorers gave: 初核.新穎程度.
            Optional<Term> part = scope.symbols()
                    .input(member.table().spelling() + "." + member.column().spelling())
                    .map(found -> new InputTerm(member.span(), found));
            if (part.isPresent()) {
                return part;
            }
            if (needsQuotes(member.span())) {
                return Optional.empty();
            }
            unknown.rows(member);
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
        Optional<KpiPart> part = FigureNames.part(kpi.get(), member.column().spelling());
        if (part.isEmpty()) {
            unknown.column(table.get(), member.column());
            return Optional.empty();
        }
        return new Joins(scope).figure(member.span(), kpi.get(), part.get(), FigureNames.type(kpi.get(), part.get()));
    }

    Optional<Term> columnOf(TableSchema table, Expression.Name column) {
        Optional<Term> found = cell(table, column.span(), column.spelling());
        if (found.isEmpty()) {
            unknown.column(table, column);
        }
        return found;
    }
}
