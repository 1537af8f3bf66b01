package kpi.engine.columnar;

import java.util.Optional;
import kpi.model.Term;
import kpi.value.Value;

/** The reference engine, asked while a plan is made. */
public interface Oracle {
    /** The value of a term that is the same at every row; empty where it has none, or rows must be told apart after all. */
    Optional<Value> constant(Term term);

    /** The value of a term at a row; empty where it has none, or rests on more than the row. */
    Optional<Value> at(Term term, int row);
}
