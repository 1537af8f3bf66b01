package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FoldedMarkTest {
    @Test
    void aFullWidthLetterWithAMarkFoldsToTheComposedLetter() {
        String folded = ColumnNames.fold("\uFF21\u0300");
        assertEquals("\u00C0", folded);
        assertEquals(folded, ColumnNames.fold(folded));
    }
}
