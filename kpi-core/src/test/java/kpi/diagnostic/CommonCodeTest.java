package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.source.Source;
import org.junit.jupiter.api.Test;

class CommonCodeTest {
    @Test
    void codesAndTheirClassesAreStable() {
        assertEquals(
                List.of(
                        "more-problems LIMIT ERROR",
                        "unreadable-source DATA_ERROR ERROR",
                        "undecodable-source DATA_ERROR ERROR"),
                Stream.of(CommonCode.values())
                        .map(code -> code.id() + " " + code.problemClass() + " " + code.severity())
                        .toList());
    }

    @Test
    void aSourceThatWasReadHasNoProblem() {
        assertEquals(Optional.empty(), CommonCode.problemOf(Source.of("a", "")));
    }

    @Test
    void theUsualReasonsAreToldInBothLanguages() {
        for (String reason : List.of("no-such-file", "access-denied", "larger-than-64-MiB")) {
            for (Language language : Language.values()) {
                assertTrue(CommonCode.TEXTS.has("detail." + reason, language), reason);
            }
        }
    }

    @Test
    void everyExceptionTellsWhyAndKeepsItsCause() {
        IllegalStateException cause = new IllegalStateException();
        KpiException usage = new KpiUsageException("why", cause);
        assertEquals("why", usage.getMessage());
        assertEquals(cause, usage.getCause());
        assertEquals("stop", new KpiCancelledException("stop").getMessage());
    }

    @Test
    void everyCodeHasItsTextsInBothLanguages() {
        assertEquals(List.of(), Texts.missing(CommonCode.values()));
    }
}
