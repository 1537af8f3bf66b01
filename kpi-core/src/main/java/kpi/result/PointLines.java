package kpi.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Points line by line, as officials print them: {@code 80 − 1.7 + 3.5 + 1.1 + 2.4 + 11 = 96.3 分}.
 *
 * <p>Figures are in the unit of the KPI. Lines outside groups and the groups add up to {@link #sum()}, where all of them have a
 * value; limits and gates make {@link #total()} of it, and the steps of the actual follow.
 *
 * <pre>{@code
 * for (PointLines.Line line : result.kpi("HF2.1").points().orElseThrow().lines()) {
 *     print(line.label(), line.amount());   // 一級機關未達使用率標準 −1.7 分
 * }
 * }</pre>
 *
 * @param lines every line in the order of the text, those of groups among them
 * @param groups lines with limits of their own, in the order of the text
 * @param gates what must hold, in the order of the text
 * @param sum all lines and groups together
 * @param limits the limits of the total that changed the sum, as the text says them
 * @param total what is left after limits and gates
 */
public record PointLines(
        List<Line> lines, List<Group> groups, List<Gate> gates, Figure sum, List<String> limits, Figure total) {
    public PointLines {
        lines = List.copyOf(lines);
        groups = List.copyOf(groups);
        gates = List.copyOf(gates);
        Objects.requireNonNull(sum, "sum");
        limits = List.copyOf(limits);
        Objects.requireNonNull(total, "total");
    }

    /** What a line does. */
    public enum Kind {
        BASE("base"),
        DEDUCT("deduct"),
        ADD("add"),
        ALLOTTED("allotted");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** A name for programs; it stays as it is. */
        public String id() {
            return id;
        }
    }

    /**
     * One line.
     *
     * @param group the index of its group; empty for a line that stands alone
     * @param applies whether its condition holds; a line whose condition does not hold is 0
     * @param rows how many rows counted; 0 for a line without rows
     * @param before what it comes to before its limits, without sign
     * @param amount what enters the sum or the group: below 0 for a deduction
     * @param limits its limits that changed it, as the text says them; limits of single rows are not among them
     */
    public record Line(
            Kind kind,
            String label,
            OptionalInt group,
            boolean applies,
            long rows,
            Figure before,
            Figure amount,
            List<String> limits) {
        public Line {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(group, "group");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(amount, "amount");
            limits = List.copyOf(limits);
        }
    }

    /**
     * Lines with limits of their own.
     *
     * @param before its lines together, before its limits; of lines that all deduct without sign
     * @param amount what enters the sum
     * @param limits its limits that changed it, as the text says them
     */
    public record Group(String label, Figure before, Figure amount, List<String> limits) {
        public Group {
            Objects.requireNonNull(label, "label");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(amount, "amount");
            limits = List.copyOf(limits);
        }
    }

    /**
     * What must hold.
     *
     * @param text as the text says it
     * @param open whether it holds; empty where what it asks about has no value
     * @param lacking the titles of the parts that do not reach the limit
     */
    public record Gate(String text, Optional<Boolean> open, List<String> lacking) {
        public Gate {
            Objects.requireNonNull(text, "text");
            Objects.requireNonNull(open, "open");
            lacking = List.copyOf(lacking);
        }
    }
}
