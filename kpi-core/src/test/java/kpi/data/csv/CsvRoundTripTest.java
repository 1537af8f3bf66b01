package kpi.data.csv;

import static kpi.data.csv.CsvText.DECLARED;
import static kpi.data.csv.CsvText.text;
import static kpi.data.csv.CsvText.texts;
import static org.junit.jupiter.api.Assertions.assertEquals;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import kpi.data.Table;
import kpi.data.TableSchema;
import kpi.diagnostic.Checked;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What a writer that follows the rules writes is read back: every text, every row, in order. */
class CsvRoundTripTest {
    private static final TableSchema TWO =
            TableSchema.of("T", text("甲").orMissing(), text("乙").orMissing());

    private record Style(char delimiter, LineDelimiter lineBreak, boolean quoteAll, boolean mark, String charset) {}

    @Property
    void textsAreReadBack(@ForAll("rows") List<List<String>> rows, @ForAll("styles") Style style) {
        String file = write(rows, style);
        Charset charset = Charset.forName(style.charset());
        Assume.that(charset.newEncoder().canEncode(file));
        byte[] bytes =
                ((style.mark() && charset.equals(StandardCharsets.UTF_8) ? "\uFEFF" : "") + file).getBytes(charset);
        CsvTables.Format format = DECLARED.delimiter(style.delimiter()).charset(style.charset());
        Checked<Table> table = new CsvText(bytes).load(TWO, format);
        List<String> first = rows.stream().map(row -> blankIsEmpty(row.get(0))).toList();
        List<String> second = rows.stream().map(row -> blankIsEmpty(row.get(1))).toList();
        assertEquals(
                List.of(first, second),
                List.of(
                        texts(table.value().orElseThrow(), "甲"),
                        texts(table.value().orElseThrow(), "乙")));
        assertEquals(0, table.value().orElseThrow().rowsLeftOut());

        Checked<CsvRows> plain = CsvRows.read(CsvText.NAME, new CsvText(bytes).opener(), format);
        assertEquals(List.of("甲", "乙"), plain.orElseThrow().header());
        assertEquals(
                first,
                plain.orElseThrow().rows().stream()
                        .map(row -> row.cells().get("甲"))
                        .toList());
    }

    /** A cell of spaces alone is an empty cell. */
    private static String blankIsEmpty(String cell) {
        return cell.chars().allMatch(c -> c == '　' || Character.isWhitespace(c) || Character.isSpaceChar(c))
                ? ""
                : cell;
    }

    private static String write(List<List<String>> rows, Style style) {
        StringWriter file = new StringWriter();
        var builder = CsvWriter.builder().fieldSeparator(style.delimiter()).lineDelimiter(style.lineBreak());
        if (style.quoteAll()) {
            builder.quoteStrategy(QuoteStrategies.ALWAYS);
        }
        try (CsvWriter writer = builder.build(file)) {
            writer.writeRecord("甲", "乙");
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.toString();
    }

    @Provide
    Arbitrary<List<List<String>>> rows() {
        Arbitrary<String> odd = Arbitraries.of(
                "",
                "\"",
                "\"\"",
                ",",
                "a,b",
                "a;b",
                "\n",
                "\r\n",
                "\r",
                "a\nb",
                " a ",
                "　",
                "“a”",
                "，",
                "＂",
                "許功蓋",
                "=1+1",
                "碁",
                "#",
                "\\",
                "\\\"",
                "\t",
                "\uFEFF",
                "𠮷",
                "E\u200BF",
                "|",
                "sep=,");
        Arbitrary<String> any = Arbitraries.strings()
                .withChars('"', ',', ';', '|', '\n', '\r', ' ', 'a', '財', '　', '0')
                .ofMaxLength(6);
        Arbitrary<String> cell = Arbitraries.oneOf(odd, any);
        return Combinators.combine(cell, cell).as(List::of).list().ofMaxSize(8);
    }

    @Provide
    Arbitrary<Style> styles() {
        return Combinators.combine(
                        Arbitraries.of(',', ';', '|', '\t'),
                        Arbitraries.of(LineDelimiter.LF, LineDelimiter.CRLF, LineDelimiter.CR),
                        Arbitraries.of(true, false),
                        Arbitraries.of(true, false),
                        Arbitraries.of("UTF-8", "x-windows-950", "Big5-HKSCS", "UTF-16LE"))
                .as(Style::new);
    }
}
