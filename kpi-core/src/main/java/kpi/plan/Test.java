package kpi.plan;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import kpi.model.Relation;

/** A truth to find. */
public sealed interface Test {
    /** How two numbers stand to each other. */
    record Compare(Relation relation, Node left, Node right) implements Test {
        public Compare {
            Objects.requireNonNull(relation, "relation");
        }

        @Override
        public String toString() {
            return left + " " + relation.sign() + " " + right;
        }
    }

    /** All of them, in order, up to the first that is false; or any of them, up to the first that is true. */
    record Joined(boolean all, List<Test> parts) implements Test {
        public Joined {
            parts = List.copyOf(parts);
        }

        @Override
        public String toString() {
            return parts.stream().map(Object::toString).collect(Collectors.joining(all ? " and " : " or ", "(", ")"));
        }
    }

    /** The opposite. */
    record Negated(Test test) implements Test {
        @Override
        public String toString() {
            return "not " + test;
        }
    }

    /** Known before anything is given. */
    record Known(boolean holds) implements Test {
        @Override
        public String toString() {
            return Boolean.toString(holds);
        }
    }
}
