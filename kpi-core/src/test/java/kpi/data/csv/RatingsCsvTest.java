package kpi.data.csv;

import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.codes;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kpi.data.Rating;
import kpi.diagnostic.Checked;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.CalendarKind;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RatingsCsvTest {
    private static Checked<List<Rating>> read(String text) {
        return RatingsCsv.read(CsvText.NAME, CsvText.of(text).opener(), DECLARED, CalendarKind.ROC);
    }

    @Test
    void everyColumnIsRead() {
        Rating rating = read("""
                        kpi,dimension,period,score,stage,scorer,criterion,date,reason
                        HP4.2,創新度,109,80,複核,王委員,方法新穎,110/1/15,首創
                        """).orElseThrow().get(0);
        assertEquals(
                new Rating(
                        "HP4.2",
                        "創新度",
                        ReportingPeriod.roc(109),
                        Quantity.of("80", Units.POINTS),
                        "複核",
                        "王委員",
                        "方法新穎",
                        Optional.of(LocalDate.of(2021, 1, 15)),
                        "首創",
                        Place.cell("ratings", CsvText.NAME, 2, "score", "80")),
                rating);
    }

    @Test
    void fourColumnsAreEnough() {
        List<Rating> ratings =
                read("指標,面向,期別,得分\nHP4.2,挑戰度,109,95 分\nHP4.2,貢獻度,109,９０．５\n").orElseThrow();
        assertEquals(
                List.of(Quantity.of("95", Units.POINTS), Quantity.of("90.5", Units.POINTS)),
                ratings.stream().map(Rating::score).toList());
        assertEquals(
                new Rating(
                        "HP4.2",
                        "挑戰度",
                        ReportingPeriod.roc(109),
                        Quantity.of("95", Units.POINTS),
                        "",
                        "",
                        Optional.empty(),
                        "",
                        Place.cell("ratings", CsvText.NAME, 2, "score", "95 分")),
                ratings.get(0));
    }

    @Test
    void badRowsAreToldAndGoodOnesKept() {
        Checked<List<Rating>> read = read("""
                kpi,dimension,period,score,date
                ,創新度,109,80,
                HP1,,109,80,
                HP1,創新度,,,
                HP1,創新度,109,-,
                HP1,創新度,109,80%,
                HP1,創新度,109,80,110/2/29
                HP1,創新度,109,80,
                """);
        assertEquals(1, read.value().orElseThrow().size());
        assertEquals(
                List.of(
                        "2 empty-field",
                        "3 empty-field",
                        "4 empty-field",
                        "4 empty-field",
                        "5 not-a-number",
                        "6 other-unit",
                        "7 no-such-day"),
                read.problems().stream()
                        .map(p -> p.place().cell().orElseThrow().row() + " " + p.code())
                        .toList());
    }

    @Test
    void columnsThatMustBeThereAreMissed() {
        assertEquals(List.of("missing-column", "missing-column"), codes(read("kpi,period\nHP1,109\n")));
    }

    @Test
    void filesAreRead(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("ratings.csv");
        Files.writeString(file, "kpi,dimension,period,score\nHP1,創新度,109,80\n", StandardCharsets.UTF_8);
        assertEquals(1, RatingsCsv.read(file, DECLARED).orElseThrow().size());
        assertEquals(List.of("file-not-found"), codes(RatingsCsv.read(folder.resolve("none.csv"), DECLARED)));
    }
}
