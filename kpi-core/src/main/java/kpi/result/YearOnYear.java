package kpi.result;

import java.util.List;
import java.util.Objects;
import kpi.diagnostic.Problem;
import kpi.value.ReportingPeriod;

/**
 * How an actual changed from the same period of the year before; where the two do not compare, why.
 *
 * @param from the same period of the year before: 108 for 109, 108Q3 for 109Q3
 * @param before the actual then
 * @param comparability whether the two compare, for programs
 * @param difference actual − actual before, exact and in the unit of the KPI, in 百分點 for a KPI in %
 * @param percentage (actual − actual before) / actual before in %, shown at two places; {@link Figure#unrounded()} is exact. A
 *     base of zero fails and a negative one is not applicable, though there is a difference
 * @param problems what must be known beside it, such as fiscal years of different lengths
 */
public record YearOnYear(
        ReportingPeriod from,
        Figure before,
        Comparability comparability,
        Figure difference,
        Figure percentage,
        List<Problem> problems) {
    public YearOnYear {
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(comparability, "comparability");
        Objects.requireNonNull(difference, "difference");
        Objects.requireNonNull(percentage, "percentage");
        problems = List.copyOf(problems);
    }
}
