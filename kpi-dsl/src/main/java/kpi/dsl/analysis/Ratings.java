package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Cell;
import kpi.dsl.syntax.DataRow;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.Label;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/** Score tables (評分表): one row a KPI, one column a judged dimension; or the ratings of one KPI in one dimension. */
final class Ratings {
    private final CalendarKind calendar;
    private final Literals literals;
    private final Reporter reporter;
    private final Symbols symbols;
    private final List<JudgedDimension> dimensions;

    Ratings(
            CalendarKind calendar,
            Literals literals,
            Symbols symbols,
            List<JudgedDimension> dimensions,
            Reporter reporter) {
        this.calendar = calendar;
        this.literals = literals;
        this.symbols = symbols;
        this.dimensions = dimensions;
        this.reporter = reporter;
    }

    List<Rating> read(Declaration.RatingsDeclaration declaration) {
        Optional<ReportingPeriod> period = new Series(calendar, literals, reporter).period(declaration.period());
        if (!declaration.subject().isEmpty()) {
            return staged(declaration, period);
        }
        List<Optional<JudgedDimension>> columns = new ArrayList<>();
        List<Cell> headers = declaration.headers();
        for (int i = 1; i < headers.size(); i++) {
            columns.add(dimension(headers.get(i)));
        }
        List<Rating> ratings = new ArrayList<>();
        if (period.isEmpty()) {
            return ratings;
        }
        String source = declaration.source().map(Label::text).orElse("");
        for (DataRow row : declaration.rows()) {
            row(row, columns, period.get(), source, ratings);
        }
        return ratings;
    }

    private void row(
            DataRow row,
            List<Optional<JudgedDimension>> columns,
            ReportingPeriod period,
            String source,
            List<Rating> ratings) {
        List<Cell> cells = row.cells();
        if (cells.isEmpty()) {
            return;
        }
        tooMany(cells, columns.size() + 1, reporter);
        Cell id = cells.get(0);
        Optional<Symbols.KpiSignature> kpi = kpi(id.span(), id.text());
        if (kpi.isEmpty()) {
            return;
        }
        for (int i = 1; i < cells.size() && i <= columns.size(); i++) {
            Cell cell = cells.get(i);
            Optional<JudgedDimension> dimension = columns.get(i - 1);
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

    /** A cell under no head says nothing of anything. */
    static void tooMany(List<Cell> cells, int columns, Reporter reporter) {
        if (cells.size() > columns) {
            reporter.report(
                    Problem.of(AnalysisCode.RATINGS_CELLS, cells.get(columns).span())
                            .with("cells", cells.size())
                            .with("columns", columns));
        }
    }

    private Optional<Symbols.KpiSignature> kpi(Span span, String name) {
        Optional<Symbols.KpiSignature> kpi = symbols.kpi(name);
        if (kpi.isEmpty()) {
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_KPI, span).with("name", name);
            UnknownNames.suggest(problem, span, name, symbols.kpiIds());
            reporter.report(problem);
        }
        return kpi;
    }

    /** Ratings of one KPI in one dimension: a row per scorer and stage. */
    private List<Rating> staged(Declaration.RatingsDeclaration declaration, Optional<ReportingPeriod> period) {
        Id name = declaration.subject().get(0);
        Id named = declaration.subject().get(1);
        Optional<Symbols.KpiSignature> kpi = kpi(name.span(), name.spelling());
        Optional<JudgedDimension> dimension = dimension(named.span(), named.spelling());
        if (kpi.isEmpty() || dimension.isEmpty() || period.isEmpty()) {
            return List.of();
        }
        return new StagedRatings(calendar, literals, reporter)
                .read(declaration, kpi.get().id(), dimension.get(), period.get());
    }

    private Optional<JudgedDimension> dimension(Cell header) {
        return dimension(header.span(), header.text());
    }

    private Optional<JudgedDimension> dimension(Span span, String text) {
        String name = CanonicalName.of(text);
        Optional<JudgedDimension> found =
                dimensions.stream().filter(dimension -> dimension.isNamed(name)).findFirst();
        if (found.isEmpty()) {
            List<String> known = dimensions.stream()
                    .flatMap(dimension -> java.util.stream.Stream.of(dimension.zh(), dimension.id()))
                    .distinct()
                    .toList();
            Problem.Builder problem = Problem.of(AnalysisCode.UNKNOWN_DIMENSION, span)
                    .with("name", text)
                    .with("known", String.join("、", known));
            UnknownNames.suggest(problem, span, text, known);
            reporter.report(problem);
        }
        return found;
    }
}
