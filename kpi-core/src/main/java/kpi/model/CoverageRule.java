package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;

/**
 * How much of a node must be there for it to have a figure at all (資料完備率); with less it is not applicable.
 *
 * @param share the least share of the weight, or of the children where there are no weights
 * @param count the least number of children
 */
public record CoverageRule(Span span, Optional<Exact> share, Optional<Integer> count) {
    public CoverageRule {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(share, "share");
        Objects.requireNonNull(count, "count");
        if (share.isPresent() == count.isPresent()) {
            throw new IllTypedException("coverage is a share or a number of children");
        }
        if (share.filter(least -> least.signum() <= 0 || least.compareTo(Exact.ONE) > 0)
                .isPresent()) {
            throw new IllTypedException("a coverage is more than nothing and at most all");
        }
        if (count.filter(least -> least < 1).isPresent()) {
            throw new IllTypedException("a coverage asks for a child");
        }
    }

    /** Whether so much is enough. */
    public boolean isMetBy(Exact covered, int present) {
        return share.map(least -> covered.compareTo(least) >= 0).orElseGet(() -> present >= count.orElseThrow());
    }
}
