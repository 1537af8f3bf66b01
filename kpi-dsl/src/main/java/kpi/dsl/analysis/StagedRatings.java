package kpi.dsl.analysis;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration;
import kpi.model.Criterion;
import kpi.model.DimensionRule;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Dates;
import kpi.value.ReportingPeriod;

/** Ratings of one KPI in one dimension: {@code stage | scorer | criteria… | as given | date | reason}. */
final class StagedRatings {
    private static final Map<String, Column> COLUMNS = columns();

    private final CalendarKind calendar;
    private final Literals literals;
    private final Reporter reporter;

    StagedRatings(CalendarKind calendar, Literals literals, Reporter reporter) {
        this.calendar = calendar;
        this.literals = literals;
        this.reporter = reporter;
    }

    /** What a column holds. */
    private enum Column {
        STAGE,
        SCORER,
        AS_GIVEN,
        DATE,
        REASON,
        CRITERION
    }

    private static Map<String, Column> columns() {
        Map<String, Column> columns = new LinkedHashMap<>();
        columns.put("階段", Column.STAGE);
        columns.put("評分者", Column.SCORER);
        columns.put("照給分", Column.AS_GIVEN);
        columns.put("日期", Column.DATE);
        columns.put("理由", Column.REASON);
        columns.put("stage", Column.STAGE);
        columns.put("scorer", Column.SCORER);
        columns.put("as given", Column.AS_GIVEN);
        columns.put("date", Column.DATE);
        columns.put("reason", Column.REASON);
        return columns;
    }

    List<Rating> read(
            Declaration.RatingsDeclaration declaration, String kpi, JudgedDimension dimension, ReportingPeriod period) {
        List<Optional<Column>> columns = new ArrayList<>();
        declaration.headers().forEach(header -> columns.add(column(header, dimension)));
        List<Rating> ratings = new ArrayList<>();
        for (DataRow row : declaration.rows()) {
            row(
                    row.cells(),
                    columns,
                    declaration.headers(),
                    (score, criterion, cell, said) -> ratings.add(new Rating(
                            kpi,
                            dimension.id(),
                            period,
                            score,
                            said.stage(),
                            said.scorer(),
                            criterion,
                            said.date(),
                            said.reason(),
                            Place.of(cell.span()))));
        }
        return ratings;
    }

    private Optional<Column> column(Cell header, JudgedDimension dimension) {
        Column known = COLUMNS.get(header.text());
        if (known != null) {
            return Optional.of(known);
        }
        List<String> criteria = dimension.rule().orElse(null) instanceof DimensionRule.Judged judged
                ? judged.rubric().stream().map(Criterion::name).toList()
                : List.of();
        if (criteria.contains(CanonicalName.of(header.text()))) {
            return Optional.of(Column.CRITERION);
        }
        if (dimension.rule().orElse(null) instanceof DimensionRule.Broken) {
            return Optional.empty(); // what its criteria are could not be read, and was told
        }
        List<String> names = new ArrayList<>(criteria);
        names.addAll(COLUMNS.keySet());
        Problem.Builder problem = Problem.of(AnalysisCode.RATINGS_COLUMNS, header.span())
                .with("name", header.text())
                .with("known", String.join("、", names));
        UnknownNames.suggest(problem, header.span(), header.text(), names);
        reporter.report(problem);
        return Optional.empty();
    }

    /** What a row says about each of its scores. */
    private record Said(String stage, String scorer, Optional<LocalDate> date, String reason) {}

    /** Takes the scores of a row. */
    @FunctionalInterface
    private interface Taken {
        void score(kpi.value.Quantity score, String criterion, Cell cell, Said said);
    }

    private void row(List<Cell> cells, List<Optional<Column>> columns, List<Cell> headers, Taken taken) {
        Ratings.tooMany(cells, headers.size(), reporter);
        Said said = new Said(
                text(Column.STAGE, cells, columns),
                text(Column.SCORER, cells, columns),
                date(cells, columns),
                text(Column.REASON, cells, columns));
        for (int i = 0; i < cells.size() && i < columns.size(); i++) {
            Cell cell = cells.get(i);
            Optional<Column> column = columns.get(i);
            boolean score = column.filter(kind -> kind == Column.CRITERION || kind == Column.AS_GIVEN)
                    .isPresent();
            if (score && !cell.text().isEmpty()) {
                String criterion = column.get() == Column.CRITERION
                        ? CanonicalName.of(headers.get(i).text())
                        : "";
                literals.figure(cell.span(), cell.text(), Units.POINTS, reporter)
                        .ifPresent(figure -> taken.score(figure.quantity(), criterion, cell, said));
            }
        }
    }

    private static Optional<Cell> cell(Column column, List<Cell> cells, List<Optional<Column>> columns) {
        int at = columns.indexOf(Optional.of(column));
        return at >= 0 && at < cells.size() ? Optional.of(cells.get(at)) : Optional.empty();
    }

    private static String text(Column column, List<Cell> cells, List<Optional<Column>> columns) {
        return cell(column, cells, columns).map(Cell::text).orElse("");
    }

    private Optional<LocalDate> date(List<Cell> cells, List<Optional<Column>> columns) {
        Optional<Cell> cell =
                cell(Column.DATE, cells, columns).filter(found -> !found.text().isEmpty());
        if (cell.isEmpty()) {
            return Optional.empty();
        }
        Checked<LocalDate> parsed = Dates.parse(cell.get().text(), calendar);
        if (parsed.value().isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.UNREADABLE_DATE, cell.get().span())
                    .with("text", cell.get().text()));
        }
        return parsed.value();
    }
}
