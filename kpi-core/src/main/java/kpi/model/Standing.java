package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.Type;

/**
 * How the row around it stands among rows of the same table: its rank, its share of their total. The rows are gathered once,
 * however many of them ask. A row that is not among them has no standing: not applicable.
 *
 * @param rows those it is compared with
 * @param where whether the row around is one of them: their filter, at that row
 * @param own its value: theirs, at that row
 */
public record Standing(Span span, Aggregation rows, Optional<Term> where, Term own) implements Term {
    public Standing {
        Objects.requireNonNull(span, "span");
        where.ifPresent(Terms::requireTruth);
        Terms.requireMeasure(own);
        if (!rows.aggregate().function().isAboutOneRow()) {
            throw new IllTypedException(rows.aggregate().function() + " says nothing of one row");
        }
    }

    @Override
    public Type type() {
        return rows.type();
    }

    @Override
    public <R> R accept(Visitor<R> visitor) {
        return visitor.standing(this);
    }
}
