package kpi.law;

import java.util.Map;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Value;

/** Cells as an example writes them: {@code 達使用率標準 否，處數 3}. */
final class RowText {
    private RowText() {}

    static String of(Map<String, Value> cells, Language language) {
        return cells.entrySet().stream()
                .map(cell -> cell.getKey() + " " + shown(cell.getValue(), language))
                .collect(Collectors.joining(language == Language.ZH_TW ? "，" : ", "));
    }

    static String shown(Value value, Language language) {
        if (value instanceof Quantity figure) {
            return figure(figure);
        }
        return value instanceof Text text ? "\"" + text.text() + "\"" : value.display(language);
    }

    /** As a KPI text writes it: % follows its number at once. */
    static String figure(Quantity figure) {
        return figure.display(Language.ZH_TW).replace(" %", "%");
    }
}
