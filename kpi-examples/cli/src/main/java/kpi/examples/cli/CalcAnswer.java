package kpi.examples.cli;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemClass;
import kpi.diagnostic.Severity;

/** What became of a {@link CalcRequest}. */
sealed interface CalcAnswer {
    /**
     * A value.
     *
     * @param value plain digits, or {@code true} or {@code false}
     * @param unit the word of its unit; empty if it has none
     * @param exact the value before the digits of {@code value} were cut: a decimal, or a fraction if it has no end
     * @param approximate whether it rests on a function whose values are rounded
     */
    record Value(String value, String unit, String exact, boolean approximate) implements CalcAnswer {
        public Value {
            Objects.requireNonNull(value, "value");
            Objects.requireNonNull(unit, "unit");
            Objects.requireNonNull(exact, "exact");
        }
    }

    /**
     * No value.
     *
     * @param input the input whose text the problems are in; empty if they are in the formula
     */
    record Refused(List<Problem> problems, Optional<String> input) implements CalcAnswer {
        public Refused {
            problems = List.copyOf(problems);
            Objects.requireNonNull(input, "input");
        }

        static Refused because(Problem problem) {
            return new Refused(List.of(problem), Optional.empty());
        }

        /** The one to tell if only one can be told: the first error. */
        Problem first() {
            return problems.stream()
                    .filter(problem -> problem.severity() == Severity.ERROR)
                    .findFirst()
                    .orElseGet(() -> problems.get(0));
        }

        /** Its class. The text of an input is part of the request, so one that cannot be read is an error of parsing. */
        ProblemClass problemClass() {
            ProblemClass own = first().problemClass();
            return own == ProblemClass.DATA_ERROR ? ProblemClass.PARSE_ERROR : own;
        }
    }
}
