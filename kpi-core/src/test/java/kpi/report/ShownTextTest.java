package kpi.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import org.junit.jupiter.api.Test;

class ShownTextTest {
    @Test
    void writesWhatCannotBeSeenByItsNumber() throws IOException {
        StringBuilder out = new StringBuilder();
        new ShownText(out).append("甲\u202E乙\n").append('\u001B').append('\n').append("ab\u200Bcd", 1, 4);
        assertEquals("甲<U+202E>乙\n<U+001B>\nb<U+200B>c", out.toString());
    }

    @Test
    void aCellOfATableIsOneLineWhateverItHolds() throws IOException {
        StringBuilder out = new StringBuilder();
        new TextTable(false).row(java.util.List.of("a\nb")).write(out);
        assertEquals("a<U+000A>b\n----------\n", out.toString());
    }
}
