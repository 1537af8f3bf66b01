package kpi.data;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.LookAlike;
import kpi.diagnostic.VisibleText;
import kpi.value.Text;
import org.jspecify.annotations.Nullable;

/** Texts, each kept once. */
final class TextColumnBuilder extends ColumnBuilder {
    private static final LocalText EXPECTED = new LocalText("文字", "a text");

    /** Comparing all texts of a column without end would cost more than the warning is worth. */
    private static final int MOST_COMPARED = 1 << 16;

    private final Dictionary dictionary = new Dictionary();
    private final IntChunks codes = new IntChunks();

    TextColumnBuilder(ColumnSchema schema) {
        super(schema, true);
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        int code = dictionary.find(text, from, to);
        if (code != Dictionary.UNKNOWN) {
            codes.add(code);
            return null;
        }
        int bad = firstNoText(text, from, to);
        if (bad >= 0) {
            return CellFault.of(
                    DataCode.UNPRINTABLE_CHARACTER,
                    "character",
                    VisibleText.number(text[bad]),
                    "position",
                    Character.codePointCount(text, from, bad - from) + 1);
        }
        codes.add(dictionary.add(text, from, to));
        return null;
    }

    /** Where a control character other than tab and line breaks, or half a surrogate pair, stands; -1 if nowhere. */
    private static int firstNoText(char[] text, int from, int to) {
        for (int i = from; i < to; i++) {
            char c = text[i];
            if (c < ' ' && c != '\t' && c != '\n' && c != '\r' || c >= 0x7F && c <= 0x9F) {
                return i;
            }
            if (Character.isSurrogate(c)) {
                if (i + 1 == to || !Character.isSurrogatePair(c, text[i + 1])) {
                    return i;
                }
                i++;
            }
        }
        return -1;
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof Text text) {
            return readString(text.text());
        }
        return value instanceof Enum<?> constant ? readString(constant.name()) : wrongType(value, EXPECTED);
    }

    private @Nullable CellFault readString(String text) {
        return readText(text.toCharArray(), 0, text.length());
    }

    @Override
    void appendPlaceholder() {
        codes.add(TextColumn.NO_CODE);
    }

    @Override
    void removeLast() {
        codes.removeLast();
    }

    @Override
    TextColumn build() {
        return new TextColumn(buildMissing(), codes.drain(), dictionary.texts());
    }

    @Override
    List<List<String>> lookAlikes() {
        List<String> texts = dictionary.texts();
        Map<String, String> seen = new HashMap<>();
        List<List<String>> pairs = new ArrayList<>();
        for (String text : texts.subList(0, Math.min(texts.size(), MOST_COMPARED))) {
            if (text.length() <= 200) {
                String other = seen.putIfAbsent(LookAlike.skeleton(text), text);
                if (other != null) {
                    pairs.add(List.of(other, text));
                }
            }
        }
        return pairs;
    }
}
