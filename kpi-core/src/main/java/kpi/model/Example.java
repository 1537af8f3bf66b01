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
 * @param levels figures beside the target of its own KPI
 * @param ratings ratings by stage, scorer and criterion, in place of all that the text has of their KPI in their dimension
 * @param keys which group of a KPI per group is meant; the first where they are empty
 * @param rows rows of datasets; of the dataset of a KPI per row, the first is the row at hand
 */
public record Example(
        String title,
        Optional<ReportingPeriod> period,
        List<GivenInput> inputs,
        List<GivenFigure> figures,
        List<GivenLevel> levels,
        List<GivenRating> ratings,
        Map<String, Value> keys,
        List<GivenRows> rows,
        List<Expectation> expected,
        Span span) {
    public Example {
        Objects.requireNonNull(title, "title");
        Objects.requireNonNull(period, "period");
        inputs = List.copyOf(inputs);
        figures = List.copyOf(figures);
        levels = List.copyOf(levels);
        ratings = List.copyOf(ratings);
        keys = Map.copyOf(keys);
        rows = List.copyOf(rows);
        expected = List.copyOf(expected);
        Objects.requireNonNull(span, "span");
    }

    /** With figures of no KPI, without levels and keys. */
    public Example(
            String title,
            Optional<ReportingPeriod> period,
            List<GivenInput> inputs,
            List<GivenRows> rows,
            List<Expectation> expected,
            Span span) {
        this(title, period, inputs, List.of(), List.of(), List.of(), Map.of(), rows, expected, span);
    }

    /** One input's figure, or that it has none; without a period it is of the period of the example. */
    public record GivenInput(
            InputDefinition input, Optional<ReportingPeriod> period, Optional<PrintedQuantity> figure, Span span) {
        public GivenInput {
            Objects.requireNonNull(input, "input");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(span, "span");
        }

        public GivenInput(InputDefinition input, PrintedQuantity figure, Span span) {
            this(input, Optional.empty(), Optional.of(figure), span);
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

    /** A figure beside the target, or that there is none: for all periods, or from its period on until the next. */
    public record GivenLevel(
            LevelFigures level, Optional<ReportingPeriod> period, Optional<PrintedQuantity> figure, Span span) {
        public GivenLevel {
            Objects.requireNonNull(level, "level");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(span, "span");
        }
    }

    /**
     * What somebody gave a KPI in a dimension, or that the rating lacks; without a period it is of the period of the example.
     *
     * @param scorer empty where the stage has one scorer
     * @param criterion empty where the whole is judged
     */
    public record GivenRating(
            String kpi,
            String dimension,
            String stage,
            String scorer,
            String criterion,
            Optional<ReportingPeriod> period,
            Optional<PrintedQuantity> figure,
            Span span) {
        public GivenRating {
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(dimension, "dimension");
            Objects.requireNonNull(stage, "stage");
            Objects.requireNonNull(scorer, "scorer");
            Objects.requireNonNull(criterion, "criterion");
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(span, "span");
        }
    }

    /** So many equal rows of a dataset; columns not named are missing. Without a period they are of that of the example. */
    public record GivenRows(
            String table, Optional<ReportingPeriod> period, int count, Map<String, Value> cells, Span span) {
        public GivenRows(String table, int count, Map<String, Value> cells, Span span) {
            this(table, Optional.empty(), count, cells, span);
        }

        public GivenRows {
            Objects.requireNonNull(period, "period");
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
