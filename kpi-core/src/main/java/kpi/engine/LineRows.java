package kpi.engine;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.Capped;
import kpi.model.Constant;
import kpi.model.Converted;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;

/**
 * A line of points over rows, as two aggregates: the sum of what the rows are worth, and the least that one is worth, with
 * which the most is gathered. Both in bare numbers, in base units of the KPI's unit.
 */
final class LineRows {
    private static final Type NUMBER = Type.measure(Dimension.NUMBER);

    private final KpiUnit unit;
    private final Aggregation sum;
    private final Aggregation ends;

    /** A line that asks a dataset. */
    LineRows(PointItem line, KpiUnit unit) {
        this.unit = Objects.requireNonNull(unit, "unit");
        Term worth = worth(line.amount());
        for (PointItem.Cap cap : line.caps()) {
            if (cap.scope() == PointItem.Scope.EACH) {
                worth = new Capped(cap.span(), worth, cap.bound(), worth(cap.limit()));
            }
        }
        String table = line.table().orElseThrow();
        Optional<Term> value = Optional.of(worth);
        this.sum = new Aggregation(line.span(), Aggregate.SUM, table, line.where(), value, NUMBER);
        this.ends = new Aggregation(line.span(), Aggregate.MIN, table, line.where(), value, NUMBER);
    }

    /** A bare number or a count is taken in the KPI's unit, as {@link PointsEvaluator} takes it. */
    private Term worth(Term term) {
        Dimension dimension = ((Type.Measure) term.type()).dimension();
        boolean plain = dimension.equals(Dimension.NUMBER);
        boolean bare = plain || dimension instanceof Dimension.Count;
        KpiUnit basic = Units.basic(dimension);
        Exact factor = bare && !dimension.equals(unit.dimension()) ? unit.scale() : basic.scale();
        Term number = plain ? term : new Converted(term.span(), term, basic);
        return factor.equals(Exact.ONE)
                ? number
                : new Arithmetic(
                        term.span(),
                        Arithmetic.Operator.MULTIPLY,
                        term.span(),
                        number,
                        new Constant(term.span(), Quantity.canonical(factor, Units.NUMBER), NUMBER, factor.toString()),
                        NUMBER);
    }

    KpiUnit unit() {
        return unit;
    }

    Aggregation sum() {
        return sum;
    }

    Aggregation ends() {
        return ends;
    }

    List<Aggregation> both() {
        return List.of(sum, ends);
    }
}
