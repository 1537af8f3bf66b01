package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import kpi.diagnostic.Texts;
import org.junit.jupiter.api.Test;

class SyntaxCodeTest {
    @Test
    void everyCodeSaysWhatIsWrongAndWhatToDoInBothLanguages() {
        assertEquals(List.of(), Texts.missing(SyntaxCode.values()));
    }
}
