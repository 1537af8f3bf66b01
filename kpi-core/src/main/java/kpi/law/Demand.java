package kpi.law;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.TableSchema;
import kpi.model.ActualRule;
import kpi.model.DimensionRule;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.model.Per;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.StatedTable;
import kpi.unit.KpiUnit;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/**
 * What a KPI asks for in a period, with the KPIs it rests on: inputs, reported actuals, judged scores and datasets that a law may
 * choose freely. What the text itself states of the period is not among them, unless it is asked for.
 *
 * @param instead inputs and reported actuals of which the text states a figure for the period, in whose place another stands
 */
record Demand(
        ReportingPeriod period,
        List<InputDefinition> inputs,
        List<StatedFigure> stated,
        List<TableSchema> tables,
        Set<Case.Key> instead) {
    private static final int YEARS = 30;

    Demand {
        inputs = List.copyOf(inputs);
        stated = List.copyOf(stated);
        tables = List.copyOf(tables);
        instead = Set.copyOf(instead);
    }

    /**
     * Chooses a period in which a version is in force and of which the text states as little as possible.
     *
     * @param targets whether the period must have a target
     */
    static Demand of(Below all, KpiModel kpi, KpiVersion version, boolean targets) {
        ScorecardModel model = all.model();
        List<KpiModel> below = all.of(kpi);
        List<ReportingPeriod> candidates =
                new ArrayList<>(version.targets().keySet().stream().sorted().toList());
        boolean others = candidates.isEmpty() && Below.asksForTargets(below);
        if (others) {
            candidates.addAll(Below.targets(below));
        }
        if (!targets && !others || candidates.isEmpty()) {
            ReportingPeriod first = version.from()
                    .or(() -> candidates.stream().findFirst())
                    .orElseGet(() -> model.calendar() == CalendarKind.ROC
                            ? ReportingPeriod.roc(100)
                            : ReportingPeriod.western(2000));
            for (int i = 0; i < YEARS; i++) {
                candidates.add(first.plus(i));
            }
        }
        Optional<Demand> best = Optional.empty();
        int most = -1;
        for (ReportingPeriod period : candidates) {
            boolean inForce = kpi.version(period).filter(version::equals).isPresent();
            Demand demand = of(model, below, period, false);
            int free = demand.inputs().size()
                    + demand.stated().size()
                    + demand.tables().size();
            if (inForce && !isReported(version, period) && free > most) {
                best = Optional.of(demand);
                most = free;
            }
        }
        return best.orElseGet(() -> of(model, below, candidates.get(0), false));
    }

    /** The same in the same period, where figures stand in place of those that the text states of inputs. */
    Demand overText(Below all, KpiModel kpi) {
        return of(all.model(), all.of(kpi), period, true);
    }

    /** Whether nothing can be chosen. */
    boolean isEmpty() {
        return inputs.isEmpty() && stated.isEmpty() && tables.isEmpty();
    }

    /** Whether an input can be chosen. */
    boolean asksFor(InputDefinition input) {
        return inputs.stream().anyMatch(each -> Case.Key.of(each).equals(Case.Key.of(input)));
    }

    private static Demand of(ScorecardModel model, List<KpiModel> below, ReportingPeriod period, boolean overText) {
        Map<Case.Key, InputDefinition> inputs = new LinkedHashMap<>();
        Set<Case.Key> instead = new LinkedHashSet<>();
        Set<StatedFigure> stated = new LinkedHashSet<>();
        Set<String> rows = new LinkedHashSet<>();
        for (KpiModel next : below) {
            if (next.per() instanceof Per.EachRow row) {
                rows.add(row.table());
            }
            next.version(period).ifPresent(version -> {
                for (InputDefinition input : version.inputs()) {
                    boolean told = isStated(input, period);
                    if (overText || !told) {
                        inputs.putIfAbsent(Case.Key.of(input), input);
                    }
                    if (overText && told) {
                        instead.add(Case.Key.of(input));
                    }
                }
                rows.addAll(KpiReferences.rows(version).keySet());
                stated.addAll(stated(model, next, version, period, overText));
                if (overText && isReported(version, period)) {
                    instead.add(new Case.Key(next.id(), ""));
                }
            });
        }
        List<TableSchema> tables = model.tables().stream()
                .filter(table -> rows.contains(table.schema().name()))
                .filter(table -> !isStated(table, period))
                .map(StatedTable::schema)
                .toList();
        return new Demand(period, List.copyOf(inputs.values()), List.copyOf(stated), tables, instead);
    }

    /** What stands in place of a computation, unless the text states it. */
    private static List<StatedFigure> stated(
            ScorecardModel model, KpiModel kpi, KpiVersion version, ReportingPeriod period, boolean overText) {
        if (version.rule() instanceof ActualRule.Score score) {
            boolean given = model.ratings().stream()
                    .anyMatch(rating -> rating.kpi().equals(score.kpi())
                            && rating.period().equals(period)
                            && isOf(model, score.dimension(), rating.dimension()));
            return score.formula().isPresent() || given
                    ? List.of()
                    : ratings(model, score.kpi(), score.dimension(), period, version.unit());
        }
        return version.rule().isComputed() || !kpi.per().isOnce() || !overText && isReported(version, period)
                ? List.of()
                : List.of(new StatedFigure(kpi.id(), Optional.empty(), version.unit()));
    }

    /** The ratings that the rule of a dimension asks for; without a rule the score as a whole. */
    private static List<StatedFigure> ratings(
            ScorecardModel model, String kpi, String dimension, ReportingPeriod period, KpiUnit unit) {
        List<StatedFigure> ratings = model.dimensions().stream()
                .filter(each -> each.isNamed(dimension))
                .flatMap(each -> each.rule(period).stream())
                .filter(DimensionRule.Judged.class::isInstance)
                .flatMap(rule -> JudgedPart.of((DimensionRule.Judged) rule).stream())
                .map(part -> new StatedFigure(kpi, Optional.of(dimension), Optional.of(part), unit))
                .toList();
        return ratings.isEmpty() ? List.of(new StatedFigure(kpi, Optional.of(dimension), unit)) : ratings;
    }

    private static boolean isOf(ScorecardModel model, String dimension, String named) {
        return model.dimensions().stream()
                .filter(each -> each.isNamed(dimension))
                .anyMatch(each -> each.isNamed(named));
    }

    /** The reported actual of a KPI, where it can be chosen. */
    Optional<StatedFigure> reported(String kpi) {
        return stated.stream()
                .filter(figure -> figure.dimension().isEmpty() && figure.kpi().equals(kpi))
                .findFirst();
    }

    private static boolean isReported(KpiVersion version, ReportingPeriod period) {
        return version.reported().stream()
                .anyMatch(stated ->
                        stated.period().filter(of -> !of.equals(period)).isEmpty());
    }

    private static boolean isStated(InputDefinition input, ReportingPeriod period) {
        return input.stated().stream()
                .anyMatch(stated ->
                        stated.period().filter(of -> !of.equals(period)).isEmpty());
    }

    private static boolean isStated(StatedTable table, ReportingPeriod period) {
        return table.rows().stream()
                .anyMatch(rows -> rows.period().filter(of -> !of.equals(period)).isEmpty());
    }

    /** The same, where the KPI itself states nothing. */
    Demand withoutStated(String kpi) {
        List<StatedFigure> others = stated.stream()
                .filter(figure ->
                        figure.dimension().isPresent() || !figure.kpi().equals(kpi))
                .toList();
        return new Demand(period, inputs, others, tables, instead);
    }

    Optional<TableSchema> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
