package kpi.data.csv;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.number.NumberBudget;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Dates;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * Judged scores from a file: columns {@code kpi}, {@code dimension}, {@code period}, {@code score}, and perhaps
 * {@code stage}, {@code scorer}, {@code criterion}, {@code date}, {@code reason}. A bare score is in 分.
 *
 * <p>Rows that can be read are answered together with the problems of the others.
 */
public final class RatingsCsv {
    private static final KnownTable FILE = new KnownTable.Layout("ratings")
            .required("kpi", "指標")
            .required("dimension", "面向", "評分面向")
            .required("period", "期別", "期間", "年度")
            .required("score", "得分", "分數")
            .optional("stage", "階段")
            .optional("scorer", "評分者")
            .optional("criterion", "評分準則")
            .optional("date", "日期")
            .optional("reason", "理由")
            .done();

    private final CalendarKind calendar;

    private RatingsCsv(CalendarKind calendar) {
        this.calendar = calendar;
    }

    /** ROC years. */
    public static Checked<List<Rating>> read(Path file, CsvTables.Format format) {
        return read(file, format, CalendarKind.ROC);
    }

    /** Years of a calendar where the text does not say which. */
    public static Checked<List<Rating>> read(Path file, CsvTables.Format format, CalendarKind calendar) {
        return FILE.read(CsvInput.of(file), format, new RatingsCsv(calendar)::row);
    }

    /** Anything that can be opened as a stream. */
    public static Checked<List<Rating>> read(
            String name, CsvTables.Opener opener, CsvTables.Format format, CalendarKind calendar) {
        return FILE.read(new CsvInput(name, opener), format, new RatingsCsv(calendar)::row);
    }

    private Checked<Rating> row(KnownTable.Row row) {
        List<Problem> problems = new ArrayList<>();
        for (String column : List.of("kpi", "dimension", "period", "score")) {
            if (row.text(column).isEmpty()) {
                problems.add(row.empty(column));
            }
        }
        if (!problems.isEmpty()) {
            return Checked.failed(problems);
        }
        Optional<ReportingPeriod> period =
                InputsCsv.kept(ReportingPeriod.parse(row.text("period"), calendar, row.place("period")), problems);
        Optional<PrintedQuantity> score = InputsCsv.kept(
                Quantity.parsePrintedIn(
                        Units.POINTS,
                        row.text("score"),
                        UnitTable.standard(),
                        NumberBudget.standard(),
                        row.place("score")),
                problems);
        Optional<LocalDate> date = row.text("date").isEmpty()
                ? Optional.empty()
                : InputsCsv.kept(Dates.parse(row.text("date"), calendar, row.place("date")), problems);
        if (!problems.isEmpty() || period.isEmpty() || score.isEmpty()) {
            return Checked.failed(problems);
        }
        return Checked.of(new Rating(
                row.text("kpi"),
                row.text("dimension"),
                period.get(),
                score.get().quantity(),
                row.text("stage"),
                row.text("scorer"),
                row.text("criterion"),
                date,
                row.text("reason"),
                row.place("score")));
    }
}
