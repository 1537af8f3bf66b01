package kpi.examples.indices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.result.KpiResult;
import kpi.result.Mark;
import kpi.result.State;
import kpi.run.ExampleResult;
import kpi.run.Facts;
import kpi.run.KpiProgram;
import kpi.value.Quantity;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The published figures, computed from the texts of this folder: the whole files where they are, a sample always. */
class IndicesTest {
    private static final Path FOLDER = Path.of("");

    @TestFactory
    Stream<DynamicTest> everyExampleHolds() {
        return Stream.of("hdi.kpi", "gdi.kpi", "hvbp.kpi", "aqi.kpi").flatMap(text -> {
            List<ExampleResult> examples = Indices.program(FOLDER.resolve(text)).runExamples();
            assertTrue(examples.size() > 0, text);
            return examples.stream()
                    .map(example -> DynamicTest.dynamicTest(
                            text + " " + example.kpi() + " " + example.title(),
                            () -> assertTrue(example.passed(), example.checks()::toString)));
        });
    }

    @Test
    void theSampleAgrees() throws IOException {
        assertEquals(new Agreement(28, 3), index("hdi.kpi", "HDI", "hdi", FOLDER::resolve));
        assertEquals(new Agreement(24, 0), index("gdi.kpi", "GDI", "gdi", FOLDER::resolve));
        assertEquals(new Agreement(46, 10), points("achievement", "achievement_points", FOLDER::resolve));
    }

    @Test
    void humanDevelopment() throws IOException {
        SharedCases.file("hdi/hdi.csv");
        assertEquals(new Agreement(6171, 622), index("hdi.kpi", "HDI", "hdi", IndicesTest::whole));
    }

    @Test
    void humanDevelopmentBandsAndRanks() throws IOException {
        Path printed = SharedCases.file("hdi/hdi_2022_rank_band.csv");
        Map<String, KpiResult> rows = new HashMap<>();
        for (KpiResult row : rows("hdi.kpi", "HDI", IndicesTest::whole)) {
            Map<String, String> keys = Indices.keys(row);
            if (keys.get("year").equals("2022")) {
                rows.put(keys.get("iso3"), row);
            }
        }
        int agreed = 0;
        for (NamedCsvRecord line : read(printed)) {
            KpiResult row = rows.get(line.getField("iso3"));
            assertEquals(Optional.of(line.getField("band")), row.grade(), line::toString);
            assertEquals(
                    line.getField("hdi_rank_2022"), row.rank().orElseThrow().text(), line::toString);
            agreed++;
        }
        assertEquals(193, agreed);
    }

    @Test
    void genderDevelopment() throws IOException {
        SharedCases.file("gdi/gdi.csv");
        assertEquals(new Agreement(5014, 0), index("gdi.kpi", "GDI", "gdi", IndicesTest::whole));
    }

    @Test
    void genderDevelopmentGroups() throws IOException {
        Path file = SharedCases.file("gdi/gdi.csv");
        List<KpiResult> rows = rows("gdi.kpi", "GDI.GAP", IndicesTest::whole);
        List<NamedCsvRecord> printed = read(file);
        int agreed = 0;
        for (int i = 0; i < printed.size(); i++) {
            String group = printed.get(i).getField("gdi_group");
            if (!group.isEmpty()) {
                assertEquals(Optional.of(group), rows.get(i).grade(), printed.get(i)::toString);
                agreed++;
            }
        }
        assertEquals(182, agreed);
    }

    @Test
    void hospitalPurchasing() throws IOException {
        SharedCases.file("hvbp_clinical/hvbp_clinical.csv");
        SharedCases.file("hvbp_safety/hvbp_safety.csv");
        int missing = 3676 + 4534;
        assertEquals(
                new Agreement(13642 + 10310, missing), points("achievement", "achievement_points", IndicesTest::whole));
        assertEquals(
                new Agreement(13485 + 9769, 17318 + 14844 - 13485 - 9769),
                points("improvement", "improvement_points", IndicesTest::whole));
        assertEquals(
                new Agreement(13642 + 10310, missing), index("hvbp.kpi", "VBP", "measure_score", IndicesTest::whole));
    }

    /** Three domains share the weight of the fourth, which is not in the sample: (115/3 + 8 + 0) / 3 = 139/9. */
    @Test
    void totalsOfTheSample() {
        Map<String, String> found = new TreeMap<>();
        for (KpiResult row : rows("hvbp.kpi", "TPS", FOLDER::resolve)) {
            assertTrue(row.actual().marks().contains(Mark.PARTIAL));
            found.put(
                    Indices.keys(row).get("facility_id"),
                    row.actual().orElseThrow().canonical() + " "
                            + row.rank().orElseThrow().text());
        }
        assertEquals(Map.of("010001", "139/9 4", "010005", "80/3 2", "010006", "16 3", "010012", "27.5 1"), found);
    }

    /** Every hospital, against totals made of the printed points by plain sums: three domains, or none at all. */
    @Test
    void totalsOfAllHospitals() throws IOException {
        SharedCases.file("hvbp_clinical/hvbp_clinical.csv");
        SharedCases.file("hvbp_safety/hvbp_safety.csv");
        Map<String, Map<String, List<Exact>>> points = new HashMap<>();
        for (NamedCsvRecord line : printed("hvbp.kpi", IndicesTest::whole)) {
            String measure = line.getField("measure");
            String domain = measure.startsWith("HAI") ? "SAFE" : measure.equals("MSPB-1") ? "COST" : "CLIN";
            Map<String, List<Exact>> domains =
                    points.computeIfAbsent(line.getField("facility_id"), id -> new HashMap<>());
            if (!line.getField("measure_score").isEmpty()) {
                domains.computeIfAbsent(domain, id -> new ArrayList<>()).add(Exact.of(line.getField("measure_score")));
            }
        }
        List<KpiResult> rows = rows("hvbp.kpi", "TPS", IndicesTest::whole);
        assertEquals(points.size(), rows.size());
        int totals = 0;
        for (KpiResult row : rows) {
            Map<String, List<Exact>> domains =
                    Objects.requireNonNull(points.get(Indices.keys(row).get("facility_id")));
            if (domains.size() < 3) {
                assertEquals(State.NOT_APPLICABLE, row.actual().state(), row.keys()::toString);
                continue;
            }
            Exact sum = Exact.ZERO;
            for (List<Exact> scores : domains.values()) {
                Exact earned = scores.stream().reduce(Exact.ZERO, Exact::plus);
                sum = sum.plus(earned.times(Exact.of(10)).dividedBy(Exact.of(scores.size())));
            }
            assertEquals(sum.dividedBy(Exact.of(3)), row.actual().orElseThrow().canonical(), row.keys()::toString);
            totals++;
        }
        assertTrue(totals > 2000, () -> "hospitals with a total");
    }

    /** How many figures are there and agree, and how many are missing on both sides. */
    private record Agreement(int figures, int missing) {}

    private static Agreement index(String text, String kpi, String column, java.util.function.Function<String, Path> at)
            throws IOException {
        return compare(rows(text, kpi, at), column, KpiResult::actual, printed(text, at));
    }

    private static Agreement points(String definition, String column, java.util.function.Function<String, Path> at)
            throws IOException {
        return compare(
                rows("hvbp.kpi", "VBP", at), column, row -> row.definitions().get(definition), printed("hvbp.kpi", at));
    }

    private static Agreement compare(
            List<KpiResult> rows,
            String column,
            java.util.function.Function<KpiResult, Figure> figure,
            List<NamedCsvRecord> printed) {
        assertEquals(printed.size(), rows.size());
        int figures = 0;
        int missing = 0;
        for (int i = 0; i < rows.size(); i++) {
            Figure found = figure.apply(rows.get(i));
            NamedCsvRecord line = printed.get(i);
            String wanted = line.getField(column);
            if (wanted.isEmpty()) {
                assertEquals(State.MISSING, found.state(), line::toString);
                missing++;
            } else {
                Exact value = found.value().map(Quantity::canonical).orElseThrow(() -> new AssertionError(line));
                assertEquals(Exact.of(wanted), value, line::toString);
                figures++;
            }
        }
        return new Agreement(figures, missing);
    }

    private static List<KpiResult> rows(String text, String kpi, java.util.function.Function<String, Path> at) {
        KpiProgram program = Indices.program(FOLDER.resolve(text));
        Facts facts = Indices.facts(program, at);
        return Indices.rows(program, facts, kpi);
    }

    /** The lines of the files a text names, in their order. */
    private static List<NamedCsvRecord> printed(String text, java.util.function.Function<String, Path> at)
            throws IOException {
        KpiProgram program = Indices.program(FOLDER.resolve(text));
        List<NamedCsvRecord> lines = new ArrayList<>();
        for (String file :
                program.schema().files(program.schema().tables().get(0).name())) {
            lines.addAll(read(at.apply(file)));
        }
        return lines;
    }

    private static List<NamedCsvRecord> read(Path file) throws IOException {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(file, StandardCharsets.UTF_8)) {
            return csv.stream().toList();
        }
    }

    private static Path whole(String file) {
        if (file.equals("hvbp_engagement.csv")) {
            return FOLDER.resolve(file);
        }
        String folder = file.substring(0, file.indexOf('.'));
        return SharedCases.file(folder + "/" + file);
    }
}
