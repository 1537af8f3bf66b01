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

    private final Bits.Builder trues = new Bits.Builder();
    private boolean stagedTruth;

    TruthColumnBuilder(ColumnSchema schema) {
        super(schema);
    }

    @Override
    @Nullable
    CellFault readText(char[] text, int from, int to) {
        String cell = new String(text, from, to - from);
        Boolean truth = cell.length() > LONGEST
                ? null
                : TEXTS.get(ColumnNames.fold(cell).toLowerCase(Locale.ROOT));
        if (truth == null) {
            return CellFault.of(DataCode.UNREADABLE_TRUTH, "text", cell);
        }
        stagedTruth = truth;
        return null;
    }

    @Override
    @Nullable
    CellFault readValue(Object value) {
        if (value instanceof Boolean truth) {
            stagedTruth = truth;
            return null;
        }
        if (value instanceof Truth truth) {
            stagedTruth = truth == Truth.TRUE;
            return null;
        }
        return wrongType(value, EXPECTED);
    }

    @Override
    void append() {
        if (stagedTruth) {
            trues.set(rows());
        }
    }

    @Override
    void appendPlaceholder() {
        // A row that is not set is false, and missing.
    }

    @Override
    long stagedHash() {
        return stagedTruth ? 1 : 2;
    }

    @Override
    boolean stagedEquals(int row) {
        return trues.contains(row) == stagedTruth;
    }

    @Override
    TruthColumn build() {
        return new TruthColumn(buildMissing(), trues.build(rows()));
    }
}
