package kpi.data.csv;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import kpi.data.ColumnNames;
import kpi.data.DataCode;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.number.NumberBudget;
import kpi.source.Place;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Dates;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * Figures of inputs from a file: columns {@code period}, {@code input}, {@code value}, and perhaps {@code kpi},
 * {@code unit}, {@code covers_to}, {@code known_on}, {@code basis}, {@code status}, {@code source}, {@code note}.
 *
 * <p>A value is read as printed; where it has no unit word, the column {@code unit} gives it; where that is empty too, it
 * stays a bare number. {@code -} is none, {@code --} meaningless, {@code …} not yet released, an empty value not reported;
 * the words for an absence, such as 不適用, stand for it too. The note is the reason. Where the input is {@code milestones}
 * (里程碑) the value names those that are reached: 委託、土地; {@code 0} says that none is.
 *
 * <p>Rows that can be read are answered together with the problems of the others.
 */
public final class InputsCsv {
    private static final KnownTable FILE = new KnownTable.Layout("inputs")
            .required("period", "期別", "期間", "年度")
            .required("input", "資料項")
            .required("value", "數值", "值")
            .optional("kpi", "指標")
            .optional("unit", "單位")
            .optional("covers_to", "截至")
            .optional("known_on", "發布日")
            .optional("basis", "基準")
            .optional("status", "狀態")
            .optional("source", "來源", "資料來源")
            .optional("note", "附註", "備註")
            .done();

    /** What stands as the input where a row says which milestones of a KPI are reached. */
    private static final Set<String> MILESTONES = Set.of("milestones", "里程碑");

    private static final Set<String> PROVISIONAL = Set.of("暫定", "暫定數", "暫", "provisional");

    private static final Set<String> FINAL = Set.of("", "確定", "確定數", "確", "final");

    private final CalendarKind calendar;
    private final UnitTable units;

    private InputsCsv(CalendarKind calendar, UnitTable units) {
        this.calendar = calendar;
        this.units = units;
    }

    /** ROC years, standard units. */
    public static Checked<List<InputRow>> read(Path file, CsvTables.Format format) {
        return read(file, format, CalendarKind.ROC, UnitTable.standard());
    }

    /** Years of a calendar where the text does not say which, and the units of an author. */
    public static Checked<List<InputRow>> read(
            Path file, CsvTables.Format format, CalendarKind calendar, UnitTable units) {
        return FILE.read(CsvInput.of(file), format, new InputsCsv(calendar, units)::row);
    }

    /** Anything that can be opened as a stream. */
    public static Checked<List<InputRow>> read(
            String name, CsvTables.Opener opener, CsvTables.Format format, CalendarKind calendar, UnitTable units) {
        return FILE.read(new CsvInput(name, opener), format, new InputsCsv(calendar, units)::row);
    }

    private Checked<InputRow> row(KnownTable.Row row) {
        List<Problem> problems = new ArrayList<>();
        for (String column : List.of("period", "input")) {
            if (row.text(column).isEmpty()) {
                problems.add(row.empty(column));
            }
        }
        Optional<ReportingPeriod> period = row.text("period").isEmpty()
                ? Optional.empty()
                : kept(ReportingPeriod.parse(row.text("period"), calendar, row.place("period")), problems);
        Vintage vintage = new Vintage(
                date(row, "covers_to", problems),
                date(row, "known_on", problems),
                row.text("basis"),
                isProvisional(row, problems),
                row.text("source"));
        if (MILESTONES.contains(row.text("input").toLowerCase(Locale.ROOT))) {
            return milestones(row, period, vintage, problems);
        }
        Optional<Datum> datum = datum(row, vintage, problems);
        if (!problems.isEmpty() || period.isEmpty() || datum.isEmpty()) {
            return Checked.failed(problems);
        }
        return Checked.of(new InputRow(row.text("kpi"), row.text("input"), period.get(), datum.get()));
    }

    /** The value names the milestones that are reached; a word for an absence says that nobody reported. */
    private static Checked<InputRow> milestones(
            KnownTable.Row row, Optional<ReportingPeriod> period, Vintage vintage, List<Problem> problems) {
        if (row.text("kpi").isEmpty()) {
            problems.add(row.empty("kpi"));
        }
        if (!problems.isEmpty() || period.isEmpty()) {
            return Checked.failed(problems);
        }
        String value = row.text("value");
        Optional<Absence> absence = absence(value);
        Datum none = Datum.missing(absence.orElse(Absence.NOT_REPORTED), row.text("note"), vintage, row.place("value"));
        boolean nothingYet = value.equals("0") || value.equals("無") || value.equalsIgnoreCase("none");
        List<String> reached = nothingYet
                ? List.of()
                : Arrays.stream(value.split("[,，、;；]", -1))
                        .map(String::strip)
                        .filter(name -> !name.isEmpty())
                        .toList();
        return Checked.of(new InputRow(
                row.text("kpi"),
                row.text("input"),
                period.get(),
                none,
                absence.isPresent() ? Optional.empty() : Optional.of(reached)));
    }

    private Optional<Datum> datum(KnownTable.Row row, Vintage vintage, List<Problem> problems) {
        String value = row.text("value");
        Place place = row.place("value");
        Optional<Absence> absence = absence(value);
        if (absence.isPresent()) {
            return Optional.of(Datum.missing(absence.get(), row.text("note"), vintage, place));
        }
        return quantity(row, value, place, problems)
                .map(quantity -> new Datum(Optional.of(quantity), Optional.empty(), row.text("note"), vintage, place));
    }

    private Optional<PrintedQuantity> quantity(KnownTable.Row row, String value, Place place, List<Problem> problems) {
        String word = row.text("unit");
        if (word.isEmpty()) {
            return kept(Quantity.parsePrinted(value, units, NumberBudget.standard(), place), problems);
        }
        Optional<KpiUnit> unit = units.read(word);
        if (unit.isEmpty()) {
            problems.add(Problem.of(DataCode.UNKNOWN_UNIT, row.place("unit"))
                    .with("text", word)
                    .build());
            return Optional.empty();
        }
        return kept(Quantity.parsePrintedIn(unit.get(), value, units, NumberBudget.standard(), place), problems);
    }

    private static Optional<Absence> absence(String value) {
        for (Absence kind : Absence.values()) {
            if (value.equals(kind.in(Language.ZH_TW)) || value.equalsIgnoreCase(kind.in(Language.EN))) {
                return Optional.of(kind);
            }
        }
        return switch (value) {
            case "" -> Optional.of(Absence.NOT_REPORTED);
            case "-", "－" -> Optional.of(Absence.NONE);
            case "--", "－－" -> Optional.of(Absence.MEANINGLESS);
            case "…", "...", "……" -> Optional.of(Absence.NOT_YET_RELEASED);
            default -> Optional.empty();
        };
    }

    private Optional<LocalDate> date(KnownTable.Row row, String column, List<Problem> problems) {
        String text = row.text(column);
        return text.isEmpty() ? Optional.empty() : kept(Dates.parse(text, calendar, row.place(column)), problems);
    }

    private static boolean isProvisional(KnownTable.Row row, List<Problem> problems) {
        String status = ColumnNames.fold(row.text("status")).toLowerCase(Locale.ROOT);
        if (!PROVISIONAL.contains(status) && !FINAL.contains(status)) {
            problems.add(Problem.of(DataCode.UNKNOWN_STATUS, row.place("status"))
                    .with("text", row.text("status"))
                    .build());
        }
        return PROVISIONAL.contains(status);
    }

    /** The value of a reading; its problems join the others. */
    static <T> Optional<T> kept(Checked<T> reading, List<Problem> problems) {
        problems.addAll(reading.problems());
        return reading.value();
    }
}
