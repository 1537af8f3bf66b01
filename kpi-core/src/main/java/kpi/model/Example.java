package kpi.model;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * A worked case in the KPI text (範例): given these facts, these figures are expected.
 *
 * @param figures figures of other KPIs, and of its own KPI in other periods
 * @param missing inputs that are said to have no figure
 * @param keys which group of a KPI per group is meant; the first where they are empty
 * @param rows rows of datasets; of the dataset of a KPI per row, the first is the row at hand
 */
public record Example(
        String title,
        Optional<ReportingPeriod> period,
        List<GivenInput> inputs,
        List<GivenFigure> figures,
        List<InputDefinition> missing,
        Map<String, Value> keys,
        List<GivenRows> rows,
        List<Expectation> expected,
        Span span) {
    public Example {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(period, "period");
        inputs = List.copyOf(inputs);
        figures = List.copyOf(figures);
        missing = List.copyOf(missing);
        keys = Map.copyOf(keys);
        rows = List.copyOf(rows);
        expected = List.copyOf(expected);
        Objects.requireNonNull(span, "span");
    }

    /** With figures of no KPI, without missing inputs and keys. */
    public Example(
            String title,
            Optional<ReportingPeriod> period,
            List<GivenInput> inputs,
            List<GivenRows> rows,
            List<Expectation> expected,
            Span span) {
        this(title, period, inputs, List.of(), List.of(), Map.of(), rows, expected, span);
    }

    /** One input's figure; without a period it is of the period of the example. */
    public record GivenInput(
            InputDefinition input, Optional<ReportingPeriod> period, PrintedQuantity figure, Span span) {
        public GivenInput {
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(span, "span");
        }

        public GivenInput(InputDefinition input, PrintedQuantity figure, Span span) {
            this(input, Optional.empty(), figure, span);
        }
    }

    /**
     * A figure of a KPI, or that it has none: of one that is evaluated once, or of one per group at the group that the
     * example is about; without a period it is of the period of the example.
     * The KPI is not evaluated for it.
     */
    public record GivenFigure(
            String kpi, Facet facet, Optional<ReportingPeriod> period, Optional<PrintedQuantity> figure, Span span) {
        public GivenFigure {
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(facet, "facet");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(span, "span");
        }
    }

    /** So many equal rows of a dataset; columns not named are missing. */
    public record GivenRows(String table, int count, Map<String, Value> cells, Span span) {
        public GivenRows {
            cells = Map.copyOf(cells);
            if (count < 0) {
                throw new IllTypedException("a number of rows is not negative");
            }
        }
    }

    /** What must come out. */
    public sealed interface Expectation {
        /** Where it is written. */
        Span span();

        /** One figure, compared at the places it is printed with. */
        record Figure(Published.What what, PrintedQuantity figure, Span span) implements Expectation {}

        /** Every term of a points rule with its sign, and the total: {@code 80 − 1.7 + 3.5 = 81.8 分}. */
        record Sum(List<Exact> terms, PrintedQuantity total, Span span) implements Expectation {
            public Sum {
                terms = List.copyOf(terms);
            }
        }

        /** What a name of the KPI came to, compared at the places it is printed with. */
        record Named(String definition, PrintedQuantity figure, Span span) implements Expectation {}

        /** No figure: of the actual, or of a name of the KPI. */
        record Absent(Optional<String> definition, Span span) implements Expectation {}

        /** A computation without a value, such as a division by zero: of the actual, or of a name of the KPI. */
        record Undefined(Optional<String> definition, Span span) implements Expectation {}

        /** The grade. */
        record Grade(String label, Span span) implements Expectation {}

        /** The place of the row or group among those given. */
        record Rank(Exact place, Span span) implements Expectation {}

        /** Attained or not. */
        record Verdict(boolean attained, Span span) implements Expectation {}
    }
}
