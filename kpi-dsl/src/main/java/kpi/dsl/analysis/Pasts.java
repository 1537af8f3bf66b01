package kpi.dsl.analysis;

import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.PastPeriods;
import kpi.model.ColumnTerm;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.Fold;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiFigure;
import kpi.model.KpiPart;
import kpi.model.OwnFigure;
import kpi.model.PastValue;
import kpi.model.Recalled;
import kpi.model.Term;
import kpi.model.Window;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.value.ReportingPeriod;
import kpi.value.Type;

/** Values of other periods: which thing is meant, which periods, and what becomes of them. */
final class Pasts {
    private final ExpressionAnalysis analysis;
    private final Scope scope;

    Pasts(ExpressionAnalysis analysis) {
        this.analysis = analysis;
        this.scope = analysis.scope();
    }

    /** The thing that is meant, and its value in the evaluated period if it has one there. */
    private record Meant(Recalled what, Optional<Term> now) {}

    Optional<Term> read(Expression.Past past) {
        PastPeriods periods = past.periods();
        if (periods.count() > Window.MOST_PERIODS || periods.count() < 1) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.PERIOD_COUNT, periods.span())
                            .with("most", Window.MOST_PERIODS));
            return Optional.empty();
        }
        Window window = window(periods);
        Fold fold = fold(periods);
        return meant(past.value()).flatMap(meant -> term(past.span(), periods.span(), meant, window, fold));
    }

    Optional<Term> read(Expression.InPeriod value) {
        Optional<ReportingPeriod> period =
                new Series(scope.calendar(), scope.literals(), scope.reporter()).period(value.period());
        if (period.isEmpty()) {
            return Optional.empty();
        }
        Window window = new Window.At(period.get());
        return meant(value.name())
                .map(meant -> new PastValue(
                        value.span(),
                        meant.what(),
                        meant.now(),
                        window,
                        Fold.VALUE,
                        meant.what().type()));
    }

    private Optional<Term> term(Span span, Span words, Meant meant, Window window, Fold fold) {
        Type type = meant.what().type();
        if (fold != Fold.VALUE && !(type instanceof Type.Measure)) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.NUMBER_NEEDED, span)
                            .with("found", new LocalText(type.name(Language.ZH_TW), type.name(Language.EN)))
                            .with("sign", words.text()));
            return Optional.empty();
        }
        boolean needsNow = window.withThis() || fold == Fold.GROWTH;
        if (needsNow && meant.now().isEmpty()) {
            scope.reporter()
                    .report(Problem.of(AnalysisCode.PAST_WITH_THIS, span).with("words", words.text()));
            return Optional.empty();
        }
        Optional<Term> now = needsNow ? meant.now() : Optional.empty();
        Type result = fold == Fold.GROWTH ? Type.measure(Dimension.PERCENT) : type;
        return Optional.of(new PastValue(span, meant.what(), now, window, fold, result));
    }

    private static Window window(PastPeriods periods) {
        Optional<ReportingPeriod.Grain> grain =
                periods.grain().map(named -> ReportingPeriod.Grain.valueOf(named.name()));
        return switch (periods.word()) {
            case PREVIOUS -> new Window.Before(periods.count());
            case GROWTH -> new Window.Before(1);
            case YEAR_BEFORE, YEARLY_GROWTH -> new Window.YearBefore();
            case MEAN_OF_LAST, SUM_OF_LAST, LOWEST_OF_LAST, HIGHEST_OF_LAST ->
                new Window.Last(periods.count(), false, grain);
            case MOVING_MEAN, MOVING_SUM, LOWEST_MOVING, HIGHEST_MOVING ->
                new Window.Last(periods.count(), true, grain);
            case CUMULATIVE -> new Window.YearToDate();
            case CLOSING -> new Window.Closing();
        };
    }

    private static Fold fold(PastPeriods periods) {
        return switch (periods.word()) {
            case PREVIOUS, YEAR_BEFORE -> Fold.VALUE;
            case GROWTH, YEARLY_GROWTH -> Fold.GROWTH;
            case MEAN_OF_LAST, MOVING_MEAN -> Fold.MEAN;
            case SUM_OF_LAST, MOVING_SUM, CUMULATIVE -> Fold.SUM;
            case LOWEST_OF_LAST, LOWEST_MOVING -> Fold.LOWEST;
            case HIGHEST_OF_LAST, HIGHEST_MOVING -> Fold.HIGHEST;
            case CLOSING -> Fold.FIRST_REPORTED;
        };
    }

    /** What a name means here; where it means nothing, the figure of the KPI itself that it names. */
    private Optional<Meant> meant(Expression value) {
        Optional<Symbols.Own> own = scope.symbols().own();
        if (own.isEmpty()) {
            scope.reporter().report(Problem.of(AnalysisCode.PAST_WITHOUT_PERIODS, value.span()));
            return Optional.empty();
        }
        Optional<Facet> facet = ownFacet(value);
        if (facet.isPresent()) {
            return ownFigure(value, own.get(), facet.get(), Optional.empty());
        }
        return analysis.analyse(value, Policies.Use.TESTED).flatMap(term -> meant(value, term, own.get()));
    }

    /** The own figure that a name means because nothing else here has that name. */
    private Optional<Facet> ownFacet(Expression value) {
        if (!(value instanceof Expression.Name name) || scope.ownActual().isPresent()) {
            return Optional.empty();
        }
        boolean declared = scope.symbols().declares(name.spelling())
                || scope.symbols().around().names().contains(name.spelling());
        return declared ? Optional.empty() : FigureNames.facet(name.spelling());
    }

    private static Recalled.Figure ownFigure(Symbols.Own own, Facet facet) {
        Dimension dimension =
                facet == Facet.ATTAINMENT ? Dimension.PERCENT : own.unit().dimension();
        return new Recalled.Figure(own.kpi(), facet, Type.measure(dimension));
    }

    private Optional<Meant> meant(Expression value, Term term, Symbols.Own own) {
        if (term instanceof InputTerm input) {
            return Optional.of(new Meant(new Recalled.Input(input.input()), Optional.of(term)));
        }
        if (term instanceof DefinitionTerm use) {
            KpiPart part = new KpiPart.Named(use.definition().name());
            return scope.symbols().around().isNothing()
                    ? Optional.of(new Meant(new Recalled.Defined(own.kpi(), use.definition()), Optional.of(term)))
                    : atRow(value, own, part, use.type(), Optional.of(term));
        }
        if (term instanceof OwnFigure figure) {
            return ownFigure(value, own, figure.facet(), Optional.of(term));
        }
        if (term instanceof ColumnTerm column) {
            return cell(value, column);
        }
        if (term instanceof JoinedColumn || term instanceof JoinedFigure) {
            return new PastKeys(scope).withoutPeriod(term).map(joined -> new Meant(joined, Optional.of(term)));
        }
        if (term instanceof KpiFigure figure) {
            Recalled what = new Recalled.Figure(figure.kpi(), figure.facet(), figure.type());
            return Optional.of(new Meant(what, Optional.of(term)));
        }
        scope.reporter()
                .report(Problem.of(AnalysisCode.PAST_OF_ROW, value.span())
                        .with("text", value.span().text()));
        return Optional.empty();
    }

    private Optional<Meant> ownFigure(Expression value, Symbols.Own own, Facet facet, Optional<Term> now) {
        Recalled.Figure what = ownFigure(own, facet);
        return scope.symbols().around().isNothing()
                ? Optional.of(new Meant(what, now))
                : atRow(value, own, new KpiPart.Figure(facet), what.type(), now);
    }

    /** A figure of the KPI at the row or group of the other period that has the same keys. */
    private Optional<Meant> atRow(Expression value, Symbols.Own own, KpiPart part, Type type, Optional<Term> now) {
        return new PastKeys(scope)
                .around(value.span())
                .map(keys -> new Meant(
                        new Recalled.Joined(
                                new JoinedFigure(value.span(), own.kpi(), part, keys.columns(), keys.values(), type)),
                        now));
    }

    private Optional<Meant> cell(Expression value, ColumnTerm column) {
        return new PastKeys(scope)
                .of(value.span(), column.table())
                .map(keys -> new Meant(
                        new Recalled.Joined(new JoinedColumn(
                                value.span(),
                                column.table(),
                                column.column(),
                                keys.columns(),
                                keys.values(),
                                column.type())),
                        Optional.of(column)));
    }
}
