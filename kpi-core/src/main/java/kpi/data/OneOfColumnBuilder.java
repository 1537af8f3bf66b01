package kpi.data;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Suggestion;
import kpi.value.Text;
import org.jspecify.annotations.Nullable;

/** One of the declared texts; the code of a text is its place among them. */
final class OneOfColumnBuilder extends ColumnBuilder {
    private static final LocalText EXPECTED = new LocalText("文字", "a text");

    /** A column of nothing but mistakes needs no further hints. */
    private static final int MOST_SUGGESTIONS = 1000;

    private final List<String> values;
    private final Map<String, Integer> folded = new HashMap<>();
    private final Memo memo = new Memo();
    private final IntChunks codes = new IntChunks();
    private int notAmong;

    OneOfColumnBuilder(ColumnSchema schema, ColumnType.OneOf type) {
        super(schema);
        this.values = type.values();
        for (int i = 0; i < values.size(); i++) {
            folded.put(ColumnNames.fold(values.get(i)), i);
        }
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        int code = memo.get(text, from, to, TextColumn.NO_CODE);
        if (code == TextColumn.NO_CODE) {
            CellFault fault = readString(new String(text, from, to - from));
            if (fault == null) {
                memo.put(text, from, to, codes.get(codes.size() - 1));
            }
            return fault;
        }
        codes.add(code);
        return null;
    }

    private @Nullable CellFault readString(String text) {
        Integer code = folded.get(ColumnNames.fold(text));
        if (code == null) {
            return notOneOf(text);
        }
        codes.add(code);
        return null;
    }

    private CellFault notOneOf(String text) {
        Optional<String> nearest = ++notAmong > MOST_SUGGESTIONS ? Optional.empty() : Suggestion.nearest(text, values);
        return nearest.map(near -> CellFault.of(DataCode.NOT_ONE_OF_BUT_NEAR, "text", text, "near", near))
                .orElseGet(() -> CellFault.of(DataCode.NOT_ONE_OF, "text", text, "values", values));
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof Text text) {
            return readString(text.text());
        }
        return value instanceof Enum<?> constant ? readString(constant.name()) : wrongType(value, EXPECTED);
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
        return new TextColumn(buildMissing(), codes.drain(), values);
    }
}
