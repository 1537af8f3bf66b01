package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.function.RowFunction;
import kpi.model.ActualRule;
import kpi.model.Aggregate;
import kpi.model.Bound;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.Truth;

/**
 * Computes points: each line on its own, then limits, groups, the sum, its limits and the gates.
 *
 * <p>Limits that are a share of what other lines come to are set last, when those are known.
 */
final class PointsEvaluator {
    /** Stands for points where there are none to know. */
    private static final Outcome NONE = Outcome.of(Truth.TRUE);

    private final Evaluator evaluator;
    private final KpiUnit unit;
    private final Scope scope;
    private final Optional<Listener> listener;

    PointsEvaluator(Evaluator evaluator, KpiUnit unit, Scope scope) {
        this.evaluator = evaluator;
        this.unit = unit;
        this.scope = scope;
        this.listener = scope.listener().filter(Listener::wantsRows);
    }

    /** A line before its limits in all. */
    private record Raw(
            PointItem line, boolean applies, long rows, Optional<Quantity> each, Outcome subtotal, Outcome allotted) {}

    PointsOutcome evaluate(ActualRule.Points rule) {
        if (isByColumn()) {
            evaluator
                    .rows()
                    .columns()
                    .expect(rule.items().stream()
                            .filter(item -> item.table().isPresent())
                            .map(item -> scope.rows().line(item, unit, scope))
                            .toList());
        }
        List<Raw> lines = rule.items().stream().map(this::raw).toList();
        Outcome allotted = allotted(rule, lines);
        List<PointsOutcome.Item> items = new ArrayList<>();
        List<PointsOutcome.Group> groups = new ArrayList<>();
        fill(rule, lines, new Wholes(allotted, Optional.empty()), items, groups);
        if (sharesOfOthers(rule)) {
            Outcome others = others(rule, items, groups);
            items.clear();
            groups.clear();
            fill(rule, lines, new Wholes(allotted, Optional.of(others)), items, groups);
        }
        Outcome sum = sum(
                PointsOutcome.entries(items, groups).stream()
                        .map(PointsOutcome.Entry::amount)
                        .toList(),
                rule.span());
        Outcome capped = capped(rule.total(), PointItem.Scope.IN_ALL, sum, new Wholes(allotted, Optional.empty()));
        PointsGates gates = new PointsGates(evaluator, items, groups);
        Outcome total = gates.behind(rule.gates(), capped, this::inUnit);
        return new PointsOutcome(rule, items, groups, gates.passages(), sum, capped, total);
    }

    /** What shares are of; the others are not known while they are computed themselves. */
    private record Wholes(Outcome allotted, Optional<Outcome> others) {}

    private void fill(
            ActualRule.Points rule,
            List<Raw> lines,
            Wholes wholes,
            List<PointsOutcome.Item> items,
            List<PointsOutcome.Group> groups) {
        lines.forEach(line -> items.add(finished(line, wholes)));
        rule.groups().forEach(group -> groups.add(group(rule, group, items, wholes)));
    }

    private static boolean sharesOfOthers(ActualRule.Points rule) {
        return rule.items().stream().anyMatch(item -> isShareOfOthers(item.caps()))
                || rule.groups().stream().anyMatch(group -> isShareOfOthers(group.caps()));
    }

    private static boolean isShareOfOthers(List<PointItem.Cap> caps) {
        return caps.stream().anyMatch(cap -> cap.of().equals(Optional.of(PointItem.Whole.OTHERS)));
    }

    /** The lines that stand alone, and the groups, that no limit applies to which is a share of the others. */
    private Outcome others(ActualRule.Points rule, List<PointsOutcome.Item> items, List<PointsOutcome.Group> groups) {
        List<Outcome> amounts = new ArrayList<>();
        for (PointsOutcome.Entry entry : PointsOutcome.entries(items, groups)) {
            boolean limited = entry instanceof PointsOutcome.Group group
                    ? isShareOfOthers(group.rule().caps())
                            || group.rule().lines(rule.items()).stream().anyMatch(item -> isShareOfOthers(item.caps()))
                    : isShareOfOthers(((PointsOutcome.Item) entry).rule().caps());
            if (!limited) {
                amounts.add(entry.amount());
            }
        }
        return sum(amounts, rule.span());
    }

    /** All allotted points of the lines whose condition holds. */
    private Outcome allotted(ActualRule.Points rule, List<Raw> lines) {
        List<Outcome> amounts = new ArrayList<>();
        for (Raw line : lines) {
            if (line.line().allotted().isPresent() && line.applies()) {
                amounts.add(line.allotted());
            }
        }
        return sum(amounts, rule.span());
    }

    private Raw raw(PointItem line) {
        Outcome condition = line.when().map(evaluator::evaluate).orElseGet(() -> Outcome.of(Truth.TRUE));
        if (condition.value().isEmpty()) {
            return new Raw(line, true, 0, Optional.empty(), condition, condition);
        }
        if (condition.value().get() == Truth.FALSE) {
            Outcome none = new Outcome.Present(Quantity.canonical(Exact.ZERO, unit), condition.provenance());
            return new Raw(line, false, 0, Optional.empty(), none, none);
        }
        if (line.table().isEmpty()) {
            Outcome allotted = line.allotted()
                    .map(worth -> inUnit(evaluator.evaluate(worth)))
                    .orElse(NONE);
            Outcome amount = evaluator.evaluate(line.amount());
            Outcome awarded =
                    line.allotted().isPresent() && isShare(amount) ? shareOf(amount, allotted) : inUnit(amount);
            Outcome points = awarded.and(condition.provenance());
            return new Raw(line, true, 0, Optional.empty(), points, allotted);
        }
        Rows rows = rows(line);
        Strict needed = rows.walk().needed();
        needed.take(condition.provenance());
        if (!needed.isComplete()) {
            return new Raw(line, true, rows.walk().passed(), Optional.empty(), needed.absent(), NONE);
        }
        Outcome points = sum(rows.worth(), needed.provenance(), line.span());
        return new Raw(line, true, rows.walk().passed(), rows.worth().common(), points, NONE);
    }

    /** The rows of a line, and what they are worth. */
    private record Rows(RowWalker.Walk walk, Gathering worth) {}

    private Rows rows(PointItem line) {
        RowWalker.Wanted wanted = new RowWalker.Wanted(line.table().orElseThrow(), line.where(), line.amount());
        Optional<PiecesRows> pieces = scope.rows().rows(wanted.name(), scope).pieces();
        if (pieces.isPresent()) {
            Gathering worth = new Gathering(Aggregate.SUM);
            PiecesRows.Asker asker = new PiecesRows.Asker(unit, evaluator.rows(), scope);
            Optional<RowWalker.Walk> walk = pieces.get().points(line, wanted, asker, worth, row -> worth(line, worth));
            if (walk.isPresent()) {
                return new Rows(walk.get(), worth);
            }
        }
        if (isByColumn()) {
            Gathering worth = new Gathering(Aggregate.SUM);
            Optional<RowWalker.AtRow> tell =
                    listener.map(heard -> row -> told(line, row, worth(line, new Gathering(Aggregate.SUM))));
            Optional<RowWalker.Walk> walk = evaluator
                    .rows()
                    .columns()
                    .points(scope.rows().line(line, unit, scope), wanted, worth, row -> worth(line, worth), tell);
            if (walk.isPresent()) {
                return new Rows(walk.get(), worth);
            }
        }
        Gathering worth = new Gathering(Aggregate.SUM);
        return new Rows(evaluator.rows().walk(wanted, row -> told(line, row, worth(line, worth))), worth);
    }

    private boolean isByColumn() {
        return !scope.columns().isNever();
    }

    private Outcome worth(PointItem line, Gathering gathering) {
        Wholes none = new Wholes(NONE, Optional.empty());
        Outcome points = capped(line.caps(), PointItem.Scope.EACH, inUnit(evaluator.evaluate(line.amount())), none);
        points.quantity().ifPresent(gathering::add);
        return points;
    }

    private Outcome told(PointItem line, int row, Outcome points) {
        listener.ifPresent(l -> l.row(line, row, evaluator.rows().place().orElseThrow(), points));
        return points;
    }

    /** A ratio is a share of the allotted points; anything else is points. */
    private boolean isShare(Outcome amount) {
        return amount.quantity()
                .map(Quantity::dimension)
                .filter(dimension -> !dimension.equals(unit.dimension()))
                .filter(dimension -> dimension instanceof Dimension.Ratio || dimension instanceof Dimension.Percent)
                .isPresent();
    }

    private Outcome shareOf(Outcome share, Outcome whole) {
        Strict needed = Strict.of(share, whole);
        if (!needed.isComplete()) {
            return needed.absent();
        }
        Exact points = Outcomes.quantity(share)
                .canonical()
                .times(Outcomes.quantity(whole).canonical());
        return new Outcome.Present(Quantity.canonical(points, unit), needed.provenance());
    }

    private PointsOutcome.Item finished(Raw raw, Wholes wholes) {
        PointItem line = raw.line();
        if (!raw.applies() || raw.subtotal().value().isEmpty()) {
            return new PointsOutcome.Item(
                    line, raw.applies(), raw.rows(), raw.each(), raw.subtotal(), raw.subtotal(), raw.subtotal());
        }
        Outcome worth = raw.subtotal();
        if (line.allotted().isPresent()) {
            Outcome nothing = Outcome.of(Quantity.canonical(Exact.ZERO, unit));
            Outcome most = evaluator.steps().limited(worth, Bound.AT_MOST, raw.allotted(), Optional.empty());
            worth = evaluator.steps().limited(most, Bound.AT_LEAST, nothing, Optional.empty());
        }
        Outcome points = capped(line.caps(), PointItem.Scope.IN_ALL, worth, wholes);
        return new PointsOutcome.Item(
                line,
                true,
                raw.rows(),
                raw.each(),
                raw.subtotal(),
                points,
                signed(points, line.kind().sign()));
    }

    private PointsOutcome.Group group(
            ActualRule.Points rule, PointGroup group, List<PointsOutcome.Item> items, Wholes wholes) {
        int sign = group.sign(rule.items());
        List<Outcome> amounts = items.subList(group.from(), group.to()).stream()
                .map(sign < 0 ? PointsOutcome.Item::capped : PointsOutcome.Item::amount)
                .toList();
        Outcome subtotal = sum(amounts, group.span());
        Outcome points = capped(group.caps(), PointItem.Scope.IN_ALL, subtotal, wholes);
        return new PointsOutcome.Group(group, sign < 0, subtotal, points, signed(points, sign));
    }

    /** The limits of a scope, one after the other. */
    private Outcome capped(List<PointItem.Cap> caps, PointItem.Scope scope, Outcome points, Wholes wholes) {
        Outcome kept = points;
        for (PointItem.Cap cap : caps) {
            Optional<Outcome> limit = cap.scope() == scope ? limit(cap, wholes) : Optional.empty();
            if (limit.isPresent()) {
                kept = evaluator.steps().limited(kept, cap.bound(), limit.get(), Optional.empty());
            }
        }
        return kept;
    }

    /** Empty for a share of what is not known yet. */
    private Optional<Outcome> limit(PointItem.Cap cap, Wholes wholes) {
        Outcome limit = evaluator.evaluate(cap.limit());
        if (cap.of().isEmpty()) {
            return Optional.of(inUnit(limit));
        }
        return cap.of().get() == PointItem.Whole.ALLOTTED
                ? Optional.of(shareOf(limit, wholes.allotted()))
                : wholes.others().map(whole -> shareOf(limit, whole));
    }

    private static Outcome signed(Outcome points, int sign) {
        if (sign > 0 || !(points instanceof Outcome.Present)) {
            return points;
        }
        Quantity quantity = Outcomes.quantity(points);
        return new Outcome.Present(
                Quantity.canonical(quantity.canonical().negate(), quantity.unit()), points.provenance());
    }

    private Outcome sum(List<Outcome> amounts, Span span) {
        Strict needed = new Strict();
        Gathering gathering = new Gathering(Aggregate.SUM);
        for (Outcome amount : amounts) {
            needed.take(amount);
            amount.quantity().ifPresent(gathering::add);
        }
        return needed.isComplete() ? sum(gathering, needed.provenance(), span) : needed.absent();
    }

    private Outcome sum(Gathering gathering, Provenance provenance, Span span) {
        try {
            RowFunction.Reckoned sum = gathering.reckon(Optional.empty());
            Quantity total = Quantity.canonical(sum.value(), unit);
            return new Outcome.Present(total, sum.rounded() ? provenance.asApproximate() : provenance);
        } catch (NumberException why) {
            List<Quantity> values = gathering.extremes(Quantity.canonical(Exact.ZERO, unit));
            return new Outcome.Failed(
                    EvaluationProblems.sum(
                            why, span, Aggregate.SUM, values, evaluator.rows().place()),
                    provenance);
        }
    }

    /** A bare number or a count is taken in the KPI's unit; anything else has the KPI's dimension. */
    private Outcome inUnit(Outcome outcome) {
        if (!(outcome instanceof Outcome.Present)) {
            return outcome;
        }
        Quantity quantity = Outcomes.quantity(outcome);
        return new Outcome.Present(inUnit(quantity), outcome.provenance());
    }

    private Quantity inUnit(Quantity quantity) {
        Dimension dimension = quantity.dimension();
        boolean bare = dimension instanceof Dimension.Plain || dimension instanceof Dimension.Count;
        if (bare && !dimension.equals(unit.dimension())) {
            return Quantity.of(quantity.canonical(), unit);
        }
        if (!dimension.equals(unit.dimension()) && !(dimension instanceof Dimension.Ratio)) {
            throw new KpiUsageException(
                    dimension.name(Language.EN) + " is no " + unit.dimension().name(Language.EN));
        }
        return Quantity.canonical(quantity.canonical(), unit);
    }
}
