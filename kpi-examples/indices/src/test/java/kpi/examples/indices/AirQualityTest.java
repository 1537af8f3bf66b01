package kpi.examples.indices;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.result.KpiResult;
import kpi.run.KpiProgram;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The air quality index as the agency publishes it, row by row. */
class AirQualityTest {
    private final KpiProgram program = AirQuality.program(Path.of("."));

    @Test
    void theWorkedExamplesHold(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("worked.csv");
        Files.write(
                file,
                List.of(
                        "pollutant,site_id,date,concentration,aqi",
                        "PM2.5,1,2012-12-14,9.3,39",
                        "PM2.5,1,2012-12-15,15,57",
                        "PM2.5,1,2012-12-16,49.5,135",
                        "PM2.5,1,2012-12-17,235.4,285",
                        "PM2.5,1,2012-12-18,35.9,102",
                        "PM2.5,1,2012-12-19,-0.3,0",
                        "CO,1,2012-12-14,8.4,90"),
                StandardCharsets.UTF_8);
        assertEquals(List.of(), disagreements(file));
    }

    @Test
    void theSampleAgreesInEveryRow() throws IOException {
        assertEquals(List.of(), disagreements(Path.of("aqi_daily.csv")));
    }

    @Test
    void allElevenThousandRowsAgree() throws IOException {
        Optional<Path> cases = cases();
        assumeTrue(cases.isPresent(), "the shared cases are not here");
        Path file = cases.orElseThrow().resolve("aqi").resolve("aqi_daily.csv");
        assertEquals(11_364, Files.readAllLines(file, StandardCharsets.UTF_8).size());
        assertEquals(List.of(), disagreements(file));
    }

    private List<String> disagreements(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        List<KpiResult> rows = AirQuality.indices(program, file).stream().toList();
        assertEquals(lines.size() - 1, rows.size());
        assertFalse(rows.isEmpty());
        List<String> disagreements = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            String line = lines.get(i + 1);
            String printed = line.substring(line.lastIndexOf(',') + 1);
            String found =
                    rows.get(i).actual().value().map(value -> value.plain()).orElse("no value");
            if (!found.equals(printed)) {
                disagreements.add(line + ": " + found);
            }
        }
        return disagreements;
    }

    private static Optional<Path> cases() {
        String given = System.getProperty("kpi.cases");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path cases = at.resolve("shared").resolve("cases");
            if (Files.isDirectory(cases)) {
                return Optional.of(cases);
            }
        }
        return Optional.empty();
    }
}
