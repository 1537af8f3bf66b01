package kpi.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kpi.diagnostic.Texts;
import org.junit.jupiter.api.Test;

class RunCodeTest {
    @Test
    void everyCodeIsToldInBothLanguages() {
        assertEquals(List.of(), Texts.missing(RunCode.values()));
    }
}
