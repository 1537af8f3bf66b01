package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import org.junit.jupiter.api.Test;

/** Functions of a row among the rows, through the text and the public results, against figures worked by hand. */
class CohortTableTest {
    private static final Path FILE = Path.of("src/test/resources/kpi/dsl/rows/cohorts.kpi");

    @Test
    void everyRowStandsAsWorkedByHand() throws IOException {
        String text = Files.readString(FILE, StandardCharsets.UTF_8);
        KpiProgram program =
                KpiCompiler.standard().compile(Source.of("cohorts.kpi", text)).orElseThrow();
        ReportingPeriod at = ReportingPeriod.parse("109", CalendarKind.ROC).orElseThrow();
        ScorecardResult result = program.evaluate(program.facts().build().orElseThrow(), Evaluation.of(at));
        List<String> expected = text.lines()
                .filter(line -> line.startsWith("#= "))
                .map(line -> line.substring(3))
                .toList();
        assertFalse(expected.isEmpty());
        assertEquals(
                String.join("\n", expected),
                expected.stream()
                        .map(line -> shown(result.kpi(line.substring(0, line.indexOf(':')))))
                        .collect(Collectors.joining("\n")));
    }

    private static String shown(KpiResult kpi) {
        return kpi.id() + ": "
                + kpi.groups().orElseThrow().stream().map(CohortTableTest::row).collect(Collectors.joining(", "));
    }

    /** The first key, and the actual or in a word why there is none. */
    private static String row(KpiResult row) {
        String key = row.keys().values().iterator().next().display(Language.EN);
        String actual = row.actual().display(Language.EN);
        int reason = actual.indexOf(": ");
        return key + " " + (reason < 0 ? actual : actual.substring(0, reason));
    }
}
