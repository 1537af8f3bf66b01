package kpi.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.run.Card;
import kpi.run.Evaluation;
import kpi.unit.Units;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvReportTest {
    private static String row(String name, String actual) {
        StringBuilder out = new StringBuilder();
        try {
            CsvReport.write(
                    new Card()
                            .kpi(Card.newKpi("K", name, Units.PERCENT)
                                    .reported(Card.Y109, actual)
                                    .target(Card.Y109, "5%"))
                            .program()
                            .evaluate(Evaluation.of(Card.Y109)),
                    Language.EN,
                    out);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        String[] lines = out.toString().split("\n", 2);
        return lines[1];
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@sum", "\t=1", "＝1", "＋1", "－1", "＠a"})
    void textThatASpreadsheetWouldRunGetsAnApostrophe(String name) {
        assertTrue(row(name, "5%").startsWith("K,'" + name + ","), row(name, "5%"));
    }

    @Test
    void numbersStayNumbers() {
        assertTrue(row("率", "-5%").startsWith("K,率,,,,109,-5,%,5,≧,-100,-100,false,"), row("率", "-5%"));
    }

    @Test
    void commasQuotesAndLineBreaksAreQuoted() {
        assertTrue(row("a,b", "5%").startsWith("K,\"a,b\","));
        assertTrue(row("a\"b", "5%").startsWith("K,\"a\"\"b\","));
        assertTrue(row("a\nb", "5%").startsWith("K,\"a\nb\","));
        assertTrue(row("\r=1", "5%").startsWith("K,\"'\r=1\","));
    }

    /** Reading back by the rules of RFC 4180 gives the name again, and never a cell that runs. */
    @Property(tries = 200)
    void anyNameIsReadBack(@ForAll @StringLength(min = 1, max = 12) String name) {
        List<String> cells = read(row(name, "5%"));
        String cell = cells.get(1);
        assertEquals(name, cell.startsWith("'") && !name.startsWith("'") ? cell.substring(1) : cell);
        assertFalse("=+-@\t\r\n".indexOf(cell.charAt(0)) >= 0);
    }

    private static List<String> read(String line) {
        List<String> cells = new java.util.ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && c == ',') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
