package kpi.model;

import java.util.List;
import java.util.Objects;
import kpi.value.Type;

/** What is looked up in another period: as the text in force then says it, never as today's formula would compute it. */
public sealed interface Recalled {

    /** The type it has today; a period in which it had another one cannot be compared. */
    Type type();

    /** What tells which row or group of the other period is meant; empty where there is but one value. */
    default List<Term> keys() {
        return List.of();
    }

    /** An input of a KPI. */
    record Input(InputDefinition input) implements Recalled {
        public Input {
            Objects.requireNonNull(input, "input");
        }

        @Override
        public Type type() {
            return Type.measure(input.unit().dimension());
        }
    }

    /** A name that the KPI defines; in another period it stands for what the version in force then defines. */
    record Defined(String kpi, Definition definition) implements Recalled {
        public Defined {
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(definition, "definition");
        }

        @Override
        public Type type() {
            return definition.type();
        }
    }

    /**
     * A cell or a figure of the row or group of the other period that has the same keys as the one at hand.
     *
     * @param at a {@link JoinedColumn} or a {@link JoinedFigure}
     */
    record Joined(Term at) implements Recalled {
        public Joined {
            if (!(at instanceof JoinedColumn) && !(at instanceof JoinedFigure)) {
                throw new IllTypedException("only rows have keys");
            }
        }

        @Override
        public Type type() {
            return at.type();
        }

        @Override
        public List<Term> keys() {
            return at instanceof JoinedColumn column ? column.keys() : ((JoinedFigure) at).keys();
        }
    }

    /** A figure of a KPI, the evaluated one or another. */
    record Figure(String kpi, Facet facet, Type type) implements Recalled {
        public Figure {
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(facet, "facet");
            Objects.requireNonNull(type, "type");
        }
    }
}
