package kpi.law;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kpi.data.TableSchema;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.value.Value;

/** Facts line by line as the example of a KPI text gives them; equal rows that follow each other are counted. */
final class CaseText {
    private CaseText() {}

    static List<LocalText> of(Case facts, List<TableSchema> tables) {
        List<LocalText> lines = new ArrayList<>();
        facts.inputs().forEach((key, figure) -> lines.add(both(key.name() + " = " + RowText.figure(figure))));
        facts.stated().forEach((of, figure) -> lines.add(both(of.name() + " = " + RowText.figure(figure))));
        for (TableSchema table : tables) {
            List<Map<String, Value>> rows = facts.of(table.name());
            int from = 0;
            while (from < rows.size()) {
                int to = from + 1;
                while (to < rows.size() && rows.get(to).equals(rows.get(from))) {
                    to++;
                }
                lines.add(rows(table.name(), to - from, rows.get(from)));
                from = to;
            }
        }
        return lines;
    }

    private static LocalText both(String line) {
        return new LocalText(line, line);
    }

    private static LocalText rows(String table, int count, Map<String, Value> cells) {
        String zh = RowText.of(cells, Language.ZH_TW);
        String en = RowText.of(cells, Language.EN);
        return new LocalText(
                table + " " + count + " 筆" + (zh.isEmpty() ? "" : "：" + zh),
                table + " " + count + (count == 1 ? " row" : " rows") + (en.isEmpty() ? "" : ": " + en));
    }
}
