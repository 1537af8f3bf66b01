package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Datasets from spreadsheets in the data folder. */
class SpreadsheetDataTest {
    @TempDir
    private Path folder;

    @BeforeEach
    void aTextWithADataset() throws IOException {
        Files.writeString(folder.resolve("a.kpi"), """
            data cases(kind: text, days: number)
            kpi A {
              formula   sum(cases.days)
              unit      number
            }
            """);
    }

    private void zip(String file, Map<String, String> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(folder.resolve(file));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    private void ods(String file, String days) throws IOException {
        zip(
                file,
                Map.of(
                        "content.xml",
                        "<o:document-content xmlns:o='urn:oasis:names:tc:opendocument:xmlns:office:1.0' xmlns:t='t'"
                                + " xmlns:p='p'><o:body><o:spreadsheet><t:table t:name='109'>"
                                + "<t:table-row><t:table-cell><p:p>kind</p:p></t:table-cell><t:table-cell><p:p>days</p:p></t:table-cell></t:table-row><t:table-row><t:table-cell><p:p>OT</p:p></t:table-cell><t:table-cell"
                                + " o:value-type='float' o:value='"
                                + days + "'/></t:table-row></t:table></o:spreadsheet></o:body></o:document-content>"));
    }

    private void xlsx(String file, String days) throws IOException {
        zip(
                file,
                Map.of(
                        "xl/workbook.xml",
                        "<workbook"
                                + " xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'><sheets><sheet"
                                + " name='109' r:id='a'/></sheets></workbook>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id='a' Target='worksheets/sheet1.xml'/></Relationships>",
                        "xl/worksheets/sheet1.xml",
                        "<worksheet><sheetData><row><c t='str'><v>kind</v></c><c t='str'><v>days</v></c></row>"
                                + "<row><c t='str'><v>OT</v></c>" + days + "</row></sheetData></worksheet>"));
    }

    private Run eval() {
        return Run.of("eval", folder.toString(), "--period", "109", "--format", "csv", "--lang", "en");
    }

    @Test
    void anOdsFile() throws IOException {
        ods("cases.ods", "2.5");
        assertTrue(eval().out().contains("2.5"), eval().out());
    }

    @Test
    void anXlsxFile() throws IOException {
        xlsx("cases.xlsx", "<c><v>3.5</v></c>");
        assertTrue(eval().out().contains("3.5"), eval().out());
    }

    @Test
    void csvComesFirstThenOds() throws IOException {
        xlsx("cases.xlsx", "<c><v>3.5</v></c>");
        ods("cases.ods", "2.5");
        assertTrue(eval().out().contains("2.5"), eval().out());
        Files.writeString(folder.resolve("cases.csv"), "kind,days\nOT,1.5\n");
        assertTrue(eval().out().contains("1.5"), eval().out());
    }

    @Test
    void aFileThatTheTextNames() throws IOException {
        Files.writeString(folder.resolve("a.kpi"), """
            data cases(kind: text, days: number) from "CASES-109.xlsx"
            kpi A {
              formula   sum(cases.days)
              unit      number
            }
            """);
        xlsx("CASES-109.xlsx", "<c><v>4.5</v></c>");
        assertTrue(eval().out().contains("4.5"), eval().out());
    }

    @Test
    void aCellWithAnErrorIsToldWithItsPlace() throws IOException {
        xlsx("cases.xlsx", "<c t='e'><v>#DIV/0!</v></c>");
        Run run = eval();
        assertEquals(1, run.status());
        assertTrue(run.err().contains("cell-without-value") && run.err().contains("cases.xlsx#109"), run.err());
        assertTrue(run.err().contains("B2"), run.err());
    }
}
