package kpi.dsl.syntax;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;

/**
 * The words before a name that say of which other periods it is meant: {@code previous}, {@code mean of last 3}.
 *
 * @param count how many periods, for the words that say so; how many times {@code previous} stands
 * @param grain the kind of period the words name: 前3年平均
 */
public record PastPeriods(Span span, PastWord word, int count, Optional<Grain> grain) implements Node {
    public PastPeriods {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(word, "word");
        Objects.requireNonNull(grain, "grain");
    }

    /** Kinds of period. */
    public enum Grain {
        YEAR,
        QUARTER,
        MONTH
    }
}
