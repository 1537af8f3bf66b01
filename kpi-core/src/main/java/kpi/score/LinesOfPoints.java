package kpi.score;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import kpi.engine.Outcome;
import kpi.engine.PointsOutcome;
import kpi.model.Bound;
import kpi.model.PointItem;
import kpi.result.Figure;
import kpi.result.PointLines;
import kpi.source.Span;
import kpi.unit.KpiUnit;

/** What points came to line by line, for a host. */
final class LinesOfPoints {
    private final Figures figures;
    private final KpiUnit unit;

    LinesOfPoints(Figures figures, KpiUnit unit) {
        this.figures = figures;
        this.unit = unit;
    }

    PointLines of(PointsOutcome points) {
        return new PointLines(
                IntStream.range(0, points.items().size())
                        .mapToObj(i -> line(points, i))
                        .toList(),
                points.groups().stream().map(this::group).toList(),
                points.gates().stream()
                        .map(gate -> new PointLines.Gate(text(gate.gate().span()), gate.open(), gate.lacking()))
                        .toList(),
                figure(points.sum()),
                decisive(points.rule().total(), points.sum(), points.capped()),
                figure(points.total()));
    }

    private PointLines.Line line(PointsOutcome points, int index) {
        PointsOutcome.Item item = points.items().get(index);
        PointItem rule = item.rule();
        OptionalInt group = IntStream.range(0, points.groups().size())
                .filter(i -> points.groups().get(i).rule().from() <= index
                        && index < points.groups().get(i).rule().to())
                .findFirst();
        return new PointLines.Line(
                kind(rule.kind()),
                rule.label(),
                group,
                item.applies(),
                item.rows(),
                figure(item.subtotal()),
                figure(item.amount()),
                decisive(rule.caps(), item.subtotal(), item.capped()));
    }

    private static PointLines.Kind kind(PointItem.Kind kind) {
        return switch (kind) {
            case BASE -> PointLines.Kind.BASE;
            case DEDUCT -> PointLines.Kind.DEDUCT;
            case ADD -> PointLines.Kind.ADD;
            case ALLOTTED -> PointLines.Kind.ALLOTTED;
        };
    }

    private PointLines.Group group(PointsOutcome.Group group) {
        return new PointLines.Group(
                group.label(),
                figure(group.subtotal()),
                figure(group.amount()),
                decisive(group.rule().caps(), group.subtotal(), group.capped()));
    }

    private Figure figure(Outcome outcome) {
        return figures.of(outcome, outcome, unit).build();
    }

    /** The limits on the side that the figure was moved to. */
    private static List<String> decisive(List<PointItem.Cap> caps, Outcome before, Outcome after) {
        int moved = Figures.number(after)
                .flatMap(to -> Figures.number(before).map(to::compareTo))
                .orElse(0);
        Bound bound = moved < 0 ? Bound.AT_MOST : Bound.AT_LEAST;
        return moved == 0
                ? List.of()
                : caps.stream()
                        .filter(cap -> cap.scope() == PointItem.Scope.IN_ALL && cap.bound() == bound)
                        .map(cap -> text(cap.span()))
                        .toList();
    }

    /** As the text says it, but for the blanks that line it up. */
    private static String text(Span span) {
        return span.text().strip().replaceAll("\\s+", " ");
    }
}
