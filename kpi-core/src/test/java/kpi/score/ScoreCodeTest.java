package kpi.score;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kpi.diagnostic.Texts;
import org.junit.jupiter.api.Test;

class ScoreCodeTest {
    @Test
    void everyCodeIsToldInBothLanguages() {
        assertEquals(List.of(), Texts.missing(ScoreCode.values()));
    }
}
