package kpi.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.engine.RowSet;
import kpi.engine.RowView;
import kpi.engine.TableView;
import kpi.model.ActualRule;
import kpi.model.Bound;
import kpi.model.Gate;
import kpi.model.PointGate;
import kpi.model.PointGroup;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.Type;

/**
 * Where the total of points may lie while what the lines read moves: lines with their conditions, rows and limits, groups, shares of the
 * allotted and of the other points, gates. Where a condition may turn, both ways count.
 */
final class PointsRange {
    private static final Range ZERO = Range.of(Exact.ZERO);

    private final ActualRule.Points rule;
    private final KpiUnit unit;
    private final TermRanges ranges;

    PointsRange(ActualRule.Points rule, KpiUnit unit, TermRanges ranges) {
        this.rule = rule;
        this.unit = unit;
        this.ranges = ranges;
    }

    /** A line before its limits; {@code applies} says whether its condition may hold, and may fail. */
    private record Line(PointItem rule, Range applies, Range points, Range allotted) {
        boolean mayApply() {
            return applies.contains(Exact.ONE);
        }

        boolean mayNotApply() {
            return applies.contains(Exact.ZERO);
        }

        /** What is 0 where the condition does not hold. */
        Range where(Range held) {
            return !mayApply() ? ZERO : mayNotApply() ? held.or(ZERO) : held;
        }
    }

    /** What enters the sum, without sign. */
    private record Parts(List<Range> lines, List<Range> groups) {}

    /** Empty where nothing can be proved of a part, or where there may be no total at all. */
    Optional<Range> total() {
        List<Line> lines = new ArrayList<>();
        Range allotted = ZERO;
        for (PointItem item : rule.items()) {
            Optional<Line> line = line(item);
            if (line.isEmpty()) {
                return Optional.empty();
            }
            lines.add(line.get());
            allotted = allotted.plus(line.get().where(line.get().allotted()));
        }
        Range whole = allotted;
        return parts(lines, whole, Optional.empty())
                .flatMap(first ->
                        sharesOfOthers() ? parts(lines, whole, Optional.of(sum(first, true))) : Optional.of(first))
                .flatMap(parts -> limited(rule.total(), sum(parts, false), whole, Optional.empty())
                        .flatMap(total -> behindGates(total, lines, parts)));
    }

    // ---- lines ------------------------------------------------------------------------------------------------

    private Optional<Line> line(PointItem item) {
        Optional<Range> applies = item.when().map(ranges::of).orElse(Optional.of(Range.TRUE));
        if (applies.isEmpty()) {
            return Optional.empty();
        }
        if (!applies.get().contains(Exact.ONE)) {
            return Optional.of(new Line(item, applies.get(), ZERO, ZERO));
        }
        if (item.table().isPresent()) {
            return rows(item).map(sum -> new Line(item, applies.get(), sum, ZERO));
        }
        Optional<Range> allotted =
                item.allotted().map(worth -> points(ranges, worth)).orElse(Optional.of(ZERO));
        boolean share = item.allotted().isPresent() && isShare(item.amount());
        Optional<Range> amount = share ? ranges.of(item.amount()) : points(ranges, item.amount());
        return allotted.flatMap(worth -> amount.map(found -> new Line(
                item,
                applies.get(),
                item.allotted().isPresent() ? kept(share ? found.times(worth) : found, worth) : found,
                worth)));
    }

    /** Between none and all of what is allotted. */
    private static Range kept(Range points, Range worth) {
        return points.limited(Bound.AT_MOST, worth).limited(Bound.AT_LEAST, ZERO);
    }

    private Optional<Range> rows(PointItem item) {
        String table = item.table().orElseThrow();
        if (!(ranges.world().known().rows(table, ranges.world().period()) instanceof RowSet.Rows found)) {
            return Optional.empty();
        }
        RowView view = TableView.of(found);
        Map<String, Object> keys = new HashMap<>();
        ranges.world().group().forEach((column, value) -> keys.put(column, AggregateRange.key(value)));
        if (!keys.keySet().stream().allMatch(view::has)) {
            keys.clear();
        }
        Range sum = ZERO;
        for (int row : view.rows()) {
            if (!ranges.world().effort().allows(1)) {
                return Optional.empty();
            }
            if (!AggregateRange.hasKeys(view, row, keys)) {
                continue;
            }
            Optional<Range> points = row(item, ranges.inRow(view, row));
            if (points.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.plus(points.get());
        }
        return Optional.of(sum);
    }

    private Optional<Range> row(PointItem item, TermRanges here) {
        Optional<Range> passes = item.where().map(here::of).orElse(Optional.of(Range.TRUE));
        if (passes.isEmpty() || !passes.get().contains(Exact.ONE)) {
            return passes.map(none -> ZERO);
        }
        Optional<Range> points = points(here, item.amount());
        for (PointItem.Cap cap : item.caps()) {
            if (cap.scope() == PointItem.Scope.EACH) {
                points = points.flatMap(now -> points(here, cap.limit()).map(limit -> now.limited(cap.bound(), limit)));
            }
        }
        return points.map(held -> passes.get().contains(Exact.ZERO) ? held.or(ZERO) : held);
    }

    private static Optional<Dimension> dimension(Term term) {
        return term.type() instanceof Type.Measure measure ? Optional.of(measure.dimension()) : Optional.empty();
    }

    private boolean isShare(Term amount) {
        return dimension(amount)
                .filter(found -> !found.equals(unit.dimension()))
                .filter(found -> found instanceof Dimension.Ratio || found instanceof Dimension.Percent)
                .isPresent();
    }

    /** A bare number or a count is in the KPI's unit. */
    private Optional<Range> points(TermRanges at, Term term) {
        boolean bare = dimension(term)
                .filter(found -> !found.equals(unit.dimension()))
                .filter(found -> found instanceof Dimension.Plain || found instanceof Dimension.Count)
                .isPresent();
        return at.of(term).map(found -> bare ? found.times(Range.of(unit.scale())) : found);
    }

    // ---- limits and sums --------------------------------------------------------------------------------------

    private Optional<Parts> parts(List<Line> lines, Range allotted, Optional<Range> others) {
        List<Range> capped = new ArrayList<>();
        for (Line line : lines) {
            Optional<Range> held =
                    line.mayApply() ? limited(line.rule().caps(), line.points(), allotted, others) : Optional.of(ZERO);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            capped.add(line.where(held.get()));
        }
        List<Range> groups = new ArrayList<>();
        for (PointGroup group : rule.groups()) {
            int sign = group.sign(rule.items());
            Range sum = ZERO;
            for (int i = group.from(); i < group.to(); i++) {
                sum = sum.plus(
                        sign < 0
                                ? capped.get(i)
                                : signed(capped.get(i), rule.items().get(i)));
            }
            Optional<Range> held = limited(group.caps(), sum, allotted, others);
            if (held.isEmpty()) {
                return Optional.empty();
            }
            groups.add(held.get());
        }
        return Optional.of(new Parts(capped, groups));
    }

    private static Range signed(Range points, PointItem item) {
        return item.kind().sign() < 0 ? points.negate() : points;
    }

    private Optional<Range> limited(List<PointItem.Cap> caps, Range points, Range allotted, Optional<Range> others) {
        Range kept = points;
        for (PointItem.Cap cap : caps) {
            if (cap.scope() == PointItem.Scope.EACH) {
                continue;
            }
            boolean ofOthers = isOfOthers(cap);
            if (ofOthers && others.isEmpty()) {
                // What the others come to is not known yet, and they do not ask for this part.
                continue;
            }
            Optional<Range> limit = cap.of().isEmpty()
                    ? points(ranges, cap.limit())
                    : ranges.of(cap.limit()).map(share -> share.times(ofOthers ? others.orElseThrow() : allotted));
            if (limit.isEmpty()) {
                return Optional.empty();
            }
            kept = kept.limited(cap.bound(), limit.get());
        }
        return Optional.of(kept);
    }

    private static boolean isOfOthers(PointItem.Cap cap) {
        return cap.of().equals(Optional.of(PointItem.Whole.OTHERS));
    }

    private boolean sharesOfOthers() {
        return rule.items().stream().anyMatch(item -> item.caps().stream().anyMatch(PointsRange::isOfOthers))
                || rule.groups().stream()
                        .anyMatch(group -> group.caps().stream().anyMatch(PointsRange::isOfOthers));
    }

    /** All that stands in the sum, or that of it to which no limit applies that is a share of the others. */
    private Range sum(Parts parts, boolean others) {
        Range sum = ZERO;
        for (int i = 0; i < rule.items().size(); i++) {
            PointItem item = rule.items().get(i);
            int at = i;
            boolean grouped = rule.groups().stream().anyMatch(group -> group.from() <= at && at < group.to());
            boolean left = others && item.caps().stream().anyMatch(PointsRange::isOfOthers);
            if (!grouped && !left) {
                sum = sum.plus(signed(parts.lines().get(i), item));
            }
        }
        for (int i = 0; i < rule.groups().size(); i++) {
            PointGroup group = rule.groups().get(i);
            boolean left = others
                    && (group.caps().stream().anyMatch(PointsRange::isOfOthers)
                            || group.lines(rule.items()).stream()
                                    .anyMatch(item -> item.caps().stream().anyMatch(PointsRange::isOfOthers)));
            if (!left) {
                Range points = parts.groups().get(i);
                sum = sum.plus(group.sign(rule.items()) < 0 ? points.negate() : points);
            }
        }
        return sum;
    }

    // ---- gates ------------------------------------------------------------------------------------------------

    private Optional<Range> behindGates(Range total, List<Line> lines, Parts parts) {
        Range left = total;
        for (PointGate gate : rule.gates()) {
            Optional<Range> open = gate.condition().map(ranges::of).orElseGet(() -> reached(gate, lines, parts));
            if (open.isEmpty()) {
                return Optional.empty();
            }
            boolean mayShut = open.get().contains(Exact.ZERO);
            boolean mayOpen = open.get().contains(Exact.ONE);
            if (mayShut && gate.otherwise() instanceof Gate.NotApplicable && !mayOpen) {
                return Optional.empty();
            }
            if (mayShut && gate.otherwise() instanceof Gate.Limited limit) {
                Range now = left;
                Optional<Range> kept = points(ranges, limit.limit()).map(most -> now.limited(limit.bound(), most));
                if (kept.isEmpty()) {
                    return Optional.empty();
                }
                left = mayOpen ? left.or(kept.get()) : kept.get();
            }
        }
        return Optional.of(left);
    }

    /** Whether every part that is asked may reach its least points, and may fail to. */
    private Optional<Range> reached(PointGate gate, List<Line> lines, Parts parts) {
        return points(ranges, gate.least().orElseThrow()).map(least -> {
            boolean all = true;
            boolean some = false;
            for (PointGate.Part part : gate.parts()) {
                boolean asked = part.group() || lines.get(part.index()).mayApply();
                boolean always = part.group() || !lines.get(part.index()).mayNotApply();
                Range points = (part.group() ? parts.groups() : parts.lines()).get(part.index());
                all &= !always || points.high().compareTo(least.low()) >= 0;
                some |= asked && points.low().compareTo(least.high()) < 0;
            }
            return Range.truth(all, some);
        });
    }
}
