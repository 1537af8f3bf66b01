package kpi.run;

import static kpi.run.Card.Y109;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kpi.GoldenFile;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.model.Arithmetic.Operator;
import kpi.model.Facet;
import kpi.model.GroupKey;
import kpi.model.JoinedColumn;
import kpi.model.Per;
import kpi.model.RankRule;
import kpi.model.RankRule.Ties;
import kpi.model.Term;
import kpi.report.RowsCsv;
import kpi.report.TableReport;
import kpi.result.Agreement;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.Quantity;
import kpi.value.Type;
import org.junit.jupiter.api.Test;

/** Rows in reports, and held against what a column prints. */
class RowReportTest {
    private static final KpiUnit BILLION = UnitTable.standard().find("億元").orElseThrow();
    private static final TableSchema CITIES = TableSchema.of(
            "直轄市",
            ColumnSchema.of("市", new ColumnType.TextType()).asKey(),
            ColumnSchema.of("自籌", new ColumnType.Number(BILLION)).orMissing(),
            ColumnSchema.of("歲入", new ColumnType.Number(BILLION)),
            ColumnSchema.of("印列", new ColumnType.Number(Units.PERCENT)).orMissing());
    private static final Type MONEY = Type.measure(BILLION.dimension());

    private static Card.Kpi self() {
        Term own = Card.column("直轄市", "自籌", MONEY);
        Term all = Card.column("直轄市", "歲入", MONEY);
        return Card.newKpi("SELF", "自籌財源占歲入比率", Units.PERCENT)
                .per(new Per.EachRow("直轄市"))
                .formula(Card.calc(own, Operator.DIVIDE, all))
                .target(Y109, "50%")
                .publishedColumn("直轄市", "印列")
                .rank(new RankRule(
                        Card.span("序位"), List.of(), java.util.Optional.empty(), true, Ties.SHARE_MEAN, Facet.ACTUAL))
                .grade(Grades.of("優 [100% ", "甲 [80% 100%", "乙  80%"));
    }

    private static Map<String, Object> city(String name, Object own, int all, Object printed) {
        Map<String, Object> cells = new HashMap<>(Map.of("市", name, "歲入", all));
        if (own instanceof Integer) {
            cells.put("自籌", own);
        }
        if (!printed.equals("")) {
            cells.put("印列", printed);
        }
        return cells;
    }

    private static final List<Map<String, Object>> ROWS = List.of(
            city("臺北市", 1180, 1848, "63.88"),
            city("高雄市", 686, 1481, "46.34"),
            city("=新北市", 1011, 1726, "59.57"),
            city("臺中市", "", 1430, "53.93"),
            city("臺南市", 368, 975, ""),
            city("桃園市", 711, 1256, "56.6"),
            city("桃園縣", 711, 1256, "56.60"));

    private static ScorecardResult evaluate(Card card, List<Map<String, Object>> rows) {
        KpiProgram program = card.program();
        Facts facts = program.facts().addRows("直轄市", rows).build().orElseThrow();
        return program.evaluate(facts, Evaluation.of(Y109));
    }

    private static ScorecardResult cities() {
        return evaluate(new Card().table(CITIES).kpi(self()), ROWS);
    }

    @Test
    void eachRowIsHeldAgainstItsPrintedFigure() {
        KpiResult kpi = cities().kpi("SELF");
        List<String> found = kpi.groups().orElseThrow().stream()
                .map(row -> row.keys().get("市").display(Language.ZH_TW) + " "
                        + row.actual().value().map(Quantity::plain).orElse("–") + " "
                        + row.reconciliations().stream()
                                .map(each -> each.text() + " " + each.agreement())
                                .findFirst()
                                .orElse("–"))
                .toList();
        assertEquals(
                List.of(
                        "臺北市 63.85 63.88 " + Agreement.WITHIN_INPUT_ROUNDING,
                        "高雄市 46.32 46.34 " + Agreement.WITHIN_INPUT_ROUNDING,
                        "=新北市 58.57 59.57 " + Agreement.CONTRADICTS,
                        "臺中市 – –",
                        "臺南市 37.74 –",
                        "桃園市 56.61 56.60 " + Agreement.WITHIN_INPUT_ROUNDING,
                        "桃園縣 56.61 56.60 " + Agreement.WITHIN_INPUT_ROUNDING),
                found);
        assertEquals(
                List.of("missing-rows", "not-reconciled-rows"),
                kpi.problems().stream().map(Problem::code).sorted().toList());
    }

    @Test
    void aGroupIsHeldAgainstTheRowWithItsKeys() {
        Term key = new GroupKey(Card.span("市"), "市", Type.TEXT);
        Term own = new JoinedColumn(Card.span("自籌"), "直轄市", "自籌", List.of("市"), List.of(key), MONEY);
        Term all = new JoinedColumn(Card.span("歲入"), "直轄市", "歲入", List.of("市"), List.of(key), MONEY);
        Card.Kpi kpi = Card.newKpi("G", "G", Units.PERCENT)
                .per(new Per.EachGroup(List.of("市")))
                .formula(Card.calc(own, Operator.DIVIDE, all))
                .publishedColumn("直轄市", "印列");
        List<Map<String, Object>> rows = List.of(
                city("甲", 1, 4, "25.00"), city("乙", 1, 3, "33.33"), city("丙", 1, 3, "33.34"), city("丁", 1, 3, "70"));
        List<Agreement> found = evaluate(new Card().table(CITIES).kpi(kpi), rows)
                .reconciliations()
                .map(each -> each.agreement())
                .toList();
        // 1 億元 is anything from half of one to one and a half: 0.5/3.5 to 1.5/2.5
        assertEquals(
                List.of(Agreement.AGREES, Agreement.AGREES, Agreement.WITHIN_INPUT_ROUNDING, Agreement.CONTRADICTS),
                found);
    }

    @Test
    void reportsShowTheRows() throws IOException {
        StringBuilder json = new StringBuilder();
        cities().writeJson(json, Language.ZH_TW);
        GoldenFile.check("kpi/run/rows.json", json.toString().replace("{\"keys\":", "\n {\"keys\":"));
        StringBuilder csv = new StringBuilder();
        RowsCsv.write(cities().kpi("SELF"), Language.EN, csv);
        GoldenFile.check("kpi/run/rows.csv", csv.toString());
        StringBuilder ranked = new StringBuilder();
        RowsCsv.writeRanked(cities().kpi("SELF"), Language.ZH_TW, ranked);
        GoldenFile.check("kpi/run/rows-ranked.csv", ranked.toString());
        List<Map<String, Object>> many = new ArrayList<>(ROWS);
        IntStream.range(0, 12).forEach(i -> many.add(city("市" + i, 100 + i, 1000, "99")));
        StringBuilder table = new StringBuilder();
        TableReport.write(evaluate(new Card().table(CITIES).kpi(self()), many), Language.ZH_TW, table);
        GoldenFile.check("kpi/run/rows.txt", table.toString());
        StringBuilder english = new StringBuilder();
        TableReport.write(cities(), Language.EN, english);
        GoldenFile.check("kpi/run/rows-en.txt", english.toString());
    }

    @Test
    void aKpiEvaluatedOnceHasNoRowsToWrite() {
        KpiResult once = new Card()
                .kpi(Card.newKpi("K", "K", Units.PERCENT).reported(Y109, "5%"))
                .program()
                .evaluate(Evaluation.of(Y109))
                .kpi("K");
        assertThrows(KpiUsageException.class, () -> RowsCsv.write(once, Language.EN, new StringBuilder()));
    }
}
