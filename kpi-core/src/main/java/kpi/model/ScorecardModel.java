package kpi.model;

import java.util.List;
import java.util.Objects;

/**
 * The whole of one KPI text, checked: what there is to evaluate, and the data the text itself states.
 *
 * <p>{@code kpis} stand in the order of the text; {@code evaluationOrder} names every KPI after those it depends on, so
 * that evaluating needs no recursion.
 */
public record ScorecardModel(
        CardNode root,
        kpi.value.CalendarKind calendar,
        List<KpiModel> kpis,
        List<String> evaluationOrder,
        List<Published> published,
        List<StatedTable> tables,
        List<kpi.data.Rating> ratings,
        List<JudgedDimension> dimensions) {
    public ScorecardModel {
        Objects.requireNonNull(root, "root");
        Objects.requireNonNull(calendar, "calendar");
        kpis = List.copyOf(kpis);
        evaluationOrder = List.copyOf(evaluationOrder);
        published = List.copyOf(published);
        tables = List.copyOf(tables);
        ratings = List.copyOf(ratings);
        dimensions = List.copyOf(dimensions);
    }

    /** A dataset's shape, the files the text names for it, and the rows the text states, period by period. */
    public record StatedTable(kpi.data.TableSchema schema, List<String> files, List<Rows> rows) {
        public StatedTable {
            Objects.requireNonNull(schema, "schema");
            files = List.copyOf(files);
            rows = List.copyOf(rows);
        }

        /** A dataset whose file the text does not name. */
        public StatedTable(kpi.data.TableSchema schema, List<Rows> rows) {
            this(schema, List.of(), rows);
        }

        /** Rows of one period; without a period they hold for every period. */
        public record Rows(java.util.Optional<kpi.value.ReportingPeriod> period, kpi.data.Table table) {}
    }

    /** A dimension that people judge, such as innovation 創新度. */
    public record JudgedDimension(String id, String zh) {
        /** The three the municipal scorecard prints. */
        public static final List<JudgedDimension> STANDARD = List.of(
                new JudgedDimension("innovation", "創新度"),
                new JudgedDimension("challenge", "挑戰度"),
                new JudgedDimension("contribution", "貢獻度"));
    }

    /** The KPI of this id. */
    public java.util.Optional<KpiModel> kpi(String id) {
        return kpis.stream().filter(kpi -> kpi.id().equals(id)).findFirst();
    }
}
