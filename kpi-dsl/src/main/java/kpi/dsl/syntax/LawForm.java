package kpi.dsl.syntax;

import java.util.List;
import java.util.Optional;
import kpi.source.Span;

/** What a law says of a figure: where it lies, or what becomes of it when something happens. */
public sealed interface LawForm extends Node {
    /** {@code actual between 0 and 1}; one end may be open. */
    record Within(Span span, MeasureWord what, Optional<Figure> least, Optional<Figure> most) implements LawForm {
        public Within {
            if (least.isEmpty() && most.isEmpty()) {
                throw new IllegalArgumentException("a bound is bounded on one side at least");
            }
        }
    }

    /**
     * {@code actual never falls when X rises}.
     *
     * @param claimed where the claim is written
     */
    record When(Span span, MeasureWord what, Claim claim, Span claimed, LawChange change) implements LawForm {}

    /** What holds of the figures before and after. */
    enum Claim {
        NEVER_FALLS,
        NEVER_RISES,
        UNCHANGED
    }

    /** What happens. */
    sealed interface LawChange extends Node {
        /** {@code X rises}; of several each by itself. */
        record Rise(Span span, List<LawName> names) implements LawChange {
            public Rise {
                names = List.copyOf(names);
            }
        }

        /** {@code A, B are scaled together}. */
        record Scale(Span span, List<LawName> names) implements LawChange {
            public Scale {
                names = List.copyOf(names);
            }
        }

        /** {@code rows of T are reordered}. */
        record Reorder(Span span, Id table) implements LawChange {}

        /** {@code a row of T is added with column value}. */
        record AddRow(Span span, Id table, List<Given.GivenCell> cells) implements LawChange {
            public AddRow {
                cells = List.copyOf(cells);
            }
        }

        /** {@code its steps are done again}: caps and roundings applied twice. */
        record StepsAgain(Span span) implements LawChange {}
    }

    /** An input, a column of the row at hand, or {@code table.column}. */
    record LawName(Span span, Optional<Id> table, QualifiedName name) implements Node {
        /** As printed. */
        public String spelling() {
            return table.map(id -> id.spelling() + ".").orElse("") + name.spelling();
        }
    }
}
