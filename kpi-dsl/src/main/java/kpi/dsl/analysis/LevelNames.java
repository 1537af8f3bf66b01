package kpi.dsl.analysis;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.LevelEntry;
import kpi.dsl.syntax.LevelWord;
import kpi.model.Level;
import kpi.model.LevelFigure;
import kpi.model.LevelFigures;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.ReportingPeriod;

/** The figures beside a target: 基期值 and the like, in the unit of the KPI. */
final class LevelNames {
    private final Scope scope;
    private final Series series;
    private final KpiUnit unit;

    LevelNames(Scope scope, Series series, KpiUnit unit) {
        this.scope = scope;
        this.series = series;
        this.unit = unit;
    }

    static LocalText of(Level level) {
        return new LocalText(level.name(Language.ZH_TW), level.name(Language.EN));
    }

    /** Declares the levels; a version that gives a level anew gives all its figures. */
    void declare(Iterable<KpiClause.LevelClause> clauses, Iterable<KpiClause.BrokenClause> unread) {
        Map<Level, KpiClause.LevelClause> last = new LinkedHashMap<>();
        clauses.forEach(clause -> last.put(level(clause.level()), clause));
        last.forEach(
                (level, clause) -> read(level, clause).ifPresentOrElse(scope.symbols()::level, () -> broken(level)));
        for (KpiClause.BrokenClause clause : unread) {
            for (Level level : Level.values()) {
                String text = clause.span().text().strip();
                if (!last.containsKey(level)
                        && (text.startsWith(level.name(Language.EN)) || text.startsWith(level.name(Language.ZH_TW)))) {
                    broken(level);
                }
            }
        }
    }

    /** Whoever names a level that could not be read is not told of it again. */
    private void broken(Level level) {
        scope.symbols().addBroken(level.name(Language.EN));
        scope.symbols().addBroken(level.name(Language.ZH_TW));
    }

    private static Level level(LevelWord word) {
        return switch (word) {
            case BASELINE -> Level.BASELINE;
            case THRESHOLD -> Level.THRESHOLD;
            case BENCHMARK -> Level.BENCHMARK;
            case STRETCH -> Level.STRETCH;
            case LEGAL_FLOOR -> Level.LEGAL_FLOOR;
        };
    }

    private Optional<LevelFigures> read(Level level, KpiClause.LevelClause clause) {
        Optional<LevelFigure> always = Optional.empty();
        TreeMap<ReportingPeriod, LevelFigure> from = new TreeMap<>();
        Map<ReportingPeriod, Span> places = new LinkedHashMap<>();
        for (LevelEntry entry : clause.entries()) {
            Optional<LevelFigure> figure = figure(entry);
            Optional<ReportingPeriod> period = entry.period().flatMap(series::period);
            if (figure.isEmpty() || entry.period().isPresent() && period.isEmpty()) {
                return Optional.empty();
            }
            if (period.isEmpty()) {
                always = figure;
            } else if (from.putIfAbsent(period.get(), figure.get()) == null) {
                places.put(period.get(), entry.span());
            } else {
                Problem.Builder twice = Series.duplicatePeriod(
                        entry.period().get(), Place.of(java.util.Objects.requireNonNull(places.get(period.get()))));
                scope.reporter().report(twice);
            }
        }
        return always.isEmpty() && from.isEmpty()
                ? Optional.empty()
                : Optional.of(new LevelFigures(level, always, from, clause.span()));
    }

    /** A rule is read as that of a computed target is: it knows the past and other KPIs, and nothing that is made from it. */
    private Optional<LevelFigure> figure(LevelEntry entry) {
        if (entry.computed().isEmpty()) {
            return entry.figure()
                    .flatMap(written -> scope.literals().figure(written.span(), written.text(), unit, scope.reporter()))
                    .map(LevelFigure.Printed::new);
        }
        ExpressionAnalysis analysis = new ExpressionAnalysis(scope);
        return analysis.analyse(entry.computed().get())
                .flatMap(term -> new ResultUnit(analysis.operators(), scope.reporter()).fit(term, unit))
                .map(LevelFigure.Computed::new);
    }
}
