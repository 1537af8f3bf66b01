package kpi.data;

import java.util.Locale;
import java.util.Map;
import kpi.diagnostic.LocalText;
import kpi.value.Truth;
import org.jspecify.annotations.Nullable;

/** The texts that documents print for true and false, and no others. */
final class TruthColumnBuilder extends ColumnBuilder {
    private static final LocalText EXPECTED = new LocalText("是或否", "true or false");

    private static final Map<String, Boolean> TEXTS = Map.ofEntries(
            Map.entry("是", true),
            Map.entry("有", true),
            Map.entry("true", true),
            Map.entry("yes", true),
            Map.entry("y", true),
            Map.entry("✓", true),
            Map.entry("1", true),
            Map.entry("否", false),
            Map.entry("無", false),
            Map.entry("false", false),
            Map.entry("no", false),
            Map.entry("n", false),
            Map.entry("✗", false),
            Map.entry("0", false));

    private static final int LONGEST = 16;

    private static final int UNKNOWN = -1;

    private final Memo memo = new Memo();
    private final Bits.Builder trues = new Bits.Builder();

    TruthColumnBuilder(ColumnSchema schema) {
        super(schema);
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        int known = memo.get(text, from, to, UNKNOWN);
        if (known != UNKNOWN) {
            append(known == 1);
            return null;
        }
        String cell = new String(text, from, to - from);
        Boolean truth = cell.length() > LONGEST
                ? null
                : TEXTS.get(ColumnNames.fold(cell).toLowerCase(Locale.ROOT));
        if (truth == null) {
            return CellFault.of(DataCode.UNREADABLE_TRUTH, "text", cell);
        }
        memo.put(text, from, to, truth ? 1 : 0);
        append(truth);
        return null;
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof Boolean truth) {
            append(truth);
            return null;
        }
        if (value instanceof Truth truth) {
            append(truth == Truth.TRUE);
            return null;
        }
        return wrongType(value, EXPECTED);
    }

    private void append(boolean truth) {
        if (truth) {
            trues.set(size());
        }
    }

    @Override
    void appendPlaceholder() {
        // A row that is not set is false, and missing.
    }

    @Override
    void removeLast() {
        trues.clear(size() - 1);
    }

    @Override
    TruthColumn build() {
        return new TruthColumn(buildMissing(), trues.build(size()));
    }
}
