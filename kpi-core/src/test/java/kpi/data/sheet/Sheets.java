package kpi.data.sheet;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import kpi.data.TableSource;

/** Spreadsheets as small as they can be. */
public final class Sheets {
    private static final String STYLES = """
        <styleSheet><numFmts><numFmt numFmtId="164" formatCode="yyyy&quot;%&quot;/mm/dd"/></numFmts>\
        <cellStyleXfs><xf numFmtId="9"/></cellStyleXfs>\
        <cellXfs><xf numFmtId="0"/><xf numFmtId="10"/><xf numFmtId="14"/><xf numFmtId="164"/></cellXfs></styleSheet>\
        """;

    private Sheets() {}

    /** Names of parts and their texts, in turn. */
    public static byte[] zip(String... namesAndTexts) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < namesAndTexts.length; i += 2) {
                zip.putNextEntry(new ZipEntry(namesAndTexts[i]));
                zip.write(namesAndTexts[i + 1].getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** A workbook of one sheet of these rows, as XML. */
    public static byte[] xlsx(String rows, String... strings) {
        StringBuilder shared = new StringBuilder("<sst>");
        for (String string : strings) {
            shared.append("<si>").append(string).append("</si>");
        }
        return zip(
                "xl/workbook.xml",
                "<workbook xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
                        + "<sheets><sheet name='頁' sheetId='1' r:id='rId1'/></sheets></workbook>",
                "xl/_rels/workbook.xml.rels",
                "<Relationships><Relationship Id='rId1' Target='worksheets/sheet1.xml'/></Relationships>",
                "xl/worksheets/sheet1.xml",
                "<worksheet><sheetData>" + rows + "</sheetData></worksheet>",
                "xl/styles.xml",
                STYLES,
                "xl/sharedStrings.xml",
                shared.append("</sst>").toString());
    }

    /** A document of these tables, as XML. */
    public static byte[] ods(String tables) {
        return zip(
                "mimetype",
                "application/vnd.oasis.opendocument.spreadsheet",
                "content.xml",
                "<office:document-content xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0'"
                        + " xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0'"
                        + " xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0'"
                        + " xmlns:calcext='urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0'>"
                        + "<office:body><office:spreadsheet>" + tables
                        + "</office:spreadsheet></office:body></office:document-content>");
    }

    public static TableSource of(byte[] file) {
        return of(file, SheetTables.Format.declared());
    }

    public static TableSource of(byte[] file, SheetTables.Format format) {
        return SheetTables.of("f", () -> new ByteArrayInputStream(file), format);
    }
}
