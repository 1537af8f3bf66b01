package kpi.dsl.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kpi.diagnostic.Texts;
import org.junit.jupiter.api.Test;

class AnalysisCodeTest {
    @Test
    void everyCodeHasItsTextsInBothLanguages() {
        assertEquals(List.of(), Texts.missing(AnalysisCode.values()));
    }
}
