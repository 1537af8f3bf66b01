package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * What a KPI text says always holds of a figure (檢核).
 *
 * @param from since when its version of the KPI is in force; empty for the first
 * @param of the figure: the actual or the attainment, as the steps of its line leave it
 */
public record LawRule(Span span, Optional<ReportingPeriod> from, Facet of, Claim claim) {
    public LawRule {
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(from, "from");
        Objects.requireNonNull(claim, "claim");
        if (of != Facet.ACTUAL && of != Facet.ATTAINMENT) {
            throw new IllTypedException("a law is of an actual or an attainment, not of " + of);
        }
    }

    /** What holds. */
    public sealed interface Claim {}

    /** The figure, where there is one, is neither below {@code least} nor above {@code most}. */
    public record Within(Optional<Quantity> least, Optional<Quantity> most) implements Claim {
        public Within {
            if (least.isEmpty() && most.isEmpty()) {
                throw new IllTypedException("a bound is bounded on one side at least");
            }
        }
    }

    /** Where there is a figure before the change and one after it, they stand so to one another. */
    public record When(Verdict verdict, Change change) implements Claim {
        public When {
            Objects.requireNonNull(verdict, "verdict");
            if (verdict != Verdict.UNCHANGED && !(change instanceof Rise) && !(change instanceof AddRow)) {
                throw new IllTypedException("after such a change a figure is the same or it is not");
            }
        }
    }

    /** How a figure after a change stands to the one before it. */
    public enum Verdict {
        NEVER_FALLS,
        NEVER_RISES,
        UNCHANGED
    }

    /** What happens to the facts, or to the rule. */
    public sealed interface Change {}

    /** One of them rises, nothing else changes. */
    public record Rise(List<Subject> subjects) implements Change {
        public Rise {
            subjects = List.copyOf(subjects);
            if (subjects.isEmpty()) {
                throw new IllTypedException("something rises");
            }
        }
    }

    /** All of them are multiplied by one positive number. */
    public record Scale(List<Subject> subjects) implements Change {
        public Scale {
            subjects = List.copyOf(subjects);
            if (subjects.isEmpty()) {
                throw new IllTypedException("something is scaled");
            }
        }
    }

    /** The rows of a dataset stand in another order. */
    public record Reorder(String table) implements Change {
        public Reorder {
            Objects.requireNonNull(table, "table");
        }
    }

    /** A dataset has one more row; columns not named are whatever they are. */
    public record AddRow(String table, Map<String, Value> cells) implements Change {
        public AddRow {
            Objects.requireNonNull(table, "table");
            cells = Map.copyOf(cells);
        }
    }

    /** The caps and roundings of the figure's line are done once more. */
    public record StepsAgain() implements Change {}

    /** What rises or is scaled. */
    public sealed interface Subject {
        /** What readers call it. */
        String name();
    }

    /**
     * An input of the KPI, or of one that it rests on.
     *
     * @param name with the id of the other KPI: {@code A.x}
     */
    public record OfInput(InputDefinition input, String name) implements Subject {
        public OfInput {
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(name, "name");
        }

        public OfInput(InputDefinition input) {
            this(input, input.name());
        }
    }

    /** The reported actual of a KPI that it rests on. */
    public record OfReported(String kpi) implements Subject {
        public OfReported {
            Objects.requireNonNull(kpi, "kpi");
        }

        @Override
        public String name() {
            return kpi;
        }
    }

    /** A number in the rows of a dataset: one cell of it rises, all of it is scaled. */
    public record OfColumn(String table, String column) implements Subject {
        public OfColumn {
            Objects.requireNonNull(table, "table");
            Objects.requireNonNull(column, "column");
        }

        @Override
        public String name() {
            return table + "." + column;
        }
    }
}
