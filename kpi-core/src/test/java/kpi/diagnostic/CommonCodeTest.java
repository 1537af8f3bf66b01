package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommonCodeTest {
    @Test
    void everyCodeHasItsTextsInBothLanguages() {
        assertEquals(List.of(), Texts.missing(CommonCode.values()));
    }
}
