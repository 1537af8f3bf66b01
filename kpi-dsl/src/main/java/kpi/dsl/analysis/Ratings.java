package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Label;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/** Score tables (評分表): one row a KPI, one column a judged dimension. */
final class Ratings {
    private final CalendarKind calendar;
    private final Literals literals;
    private final Reporter reporter;
    private final Symbols symbols;

    Ratings(CalendarKind calendar, Literals literals, Symbols symbols, Reporter reporter) {
        this.calendar = calendar;
        this.literals = literals;
        this.symbols = symbols;
        this.reporter = reporter;
    }

    List<Rating> read(Declaration.RatingsDeclaration declaration) {
        Optional<ReportingPeriod> period = new Series(calendar, literals, reporter).period(declaration.period());
        List<Optional<JudgedDimension>> dimensions = new ArrayList<>();
        List<Cell> headers = declaration.headers();
        for (int i = 1; i < headers.size(); i++) {
            dimensions.add(dimension(headers.get(i)));
        }
        List<Rating> ratings = new ArrayList<>();
        if (period.isEmpty()) {
            return ratings;
        }
        String source = declaration.source().map(Label::text).orElse("");
        for (DataRow row : declaration.rows()) {
            row(row, dimensions, period.get(), source, ratings);
        }
        return ratings;
    }

    private void row(
            DataRow row,
            List<Optional<JudgedDimension>> dimensions,
            ReportingPeriod period,
            String source,
            List<Rating> ratings) {
        List<Cell> cells = row.cells();
        if (cells.isEmpty()) {
            return;
        }
        Cell id = cells.get(0);
        Optional<Symbols.KpiSignature> kpi = symbols.kpi(id.text());
        if (kpi.isEmpty()) {
            Problem.Builder problem =
                    Problem.of(AnalysisCode.UNKNOWN_KPI, id.span()).with("name", id.text());
            UnknownNames.suggest(problem, id.span(), id.text(), symbols.kpiIds());
            reporter.report(problem);
            return;
        }
        for (int i = 1; i < cells.size() && i <= dimensions.size(); i++) {
            Cell cell = cells.get(i);
            Optional<JudgedDimension> dimension = dimensions.get(i - 1);
            if (dimension.isPresent() && !cell.text().isEmpty()) {
                literals.figure(cell.span(), cell.text(), Units.POINTS, reporter)
                        .ifPresent(score -> ratings.add(new Rating(
                                kpi.get().id(),
                                dimension.get().id(),
                                period,
                                score.quantity(),
                                "",
                                "",
                                Optional.empty(),
                                source,
                                Place.of(cell.span()))));
            }
        }
    }

    private Optional<JudgedDimension> dimension(Cell header) {
        String name = CanonicalName.of(header.text());
        Optional<JudgedDimension> found = JudgedDimension.STANDARD.stream()
                .filter(dimension ->
                        dimension.zh().equals(name) || dimension.id().equals(name))
                .findFirst();
        if (found.isEmpty()) {
            List<String> known = JudgedDimension.STANDARD.stream()
                    .flatMap(dimension -> java.util.stream.Stream.of(dimension.zh(), dimension.id()))
                    .toList();
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_DIMENSION, header.span())
                    .with("name", header.text())
                    .with("known", String.join("、", known));
            UnknownNames.suggest(problem, header.span(), header.text(), known);
            reporter.report(problem);
        }
        return found;
    }
}
