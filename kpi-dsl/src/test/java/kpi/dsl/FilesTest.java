package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Problem;
import kpi.result.KpiResult;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** Several files compile as one, and nothing depends on the order of files or of what stands in them. */
class FilesTest {
    private static final Evaluation Y109 = Evaluation.of(ReportingPeriod.roc(109));

    /** Right and wrong declarations that need one another, each complete in itself. */
    private static final List<String> DECLARATIONS = List.of(
            "曆制 民國\n",
            "定義單位 籮 = 12 打\n",
            "定義單位 打 = 12 顆\n",
            "定義單位 顆\n",
            "資料表 案件(類別: \"OT\" | \"BOT\", 日數: 數值) 109 {\n  OT | 3\n  BOT | 4\n}\n",
            "資料表 案件(類別: \"OT\" | \"BOT\", 日數: 數值) 110 {\n  OT | 5\n}\n",
            "指標 A1 {\n  資料項 果 單位 顆  109: 1籮\n  公式 果\n  單位 顆\n}\n",
            "指標 A2 {\n  公式 A1 × 2\n  單位 顆\n}\n",
            "指標 A3 {\n  公式 合計(案件.日數 限 類別 = \"OT\") + 乙\n  乙 = 甲 × 2\n  資料項 甲  109: 5\n  單位 數值\n}\n",
            "指標 B1 {\n  公式 B2 + 1\n  單位 數值\n}\n",
            "指標 B2 {\n  公式 B1 + 1\n  單位 數值\n}\n",
            "指標 C1 {\n  資料項 多\n    餘  109: 1\n  公式 餘\n  單位 數值\n}\n",
            "指標 C2 {\n  公式 沒有 + 1\n  單位 數值\n}\n",
            "指標 c2 {\n  公式 若 1 < 2 則 1 否則 2\n  單位 數值\n}\n",
            "指標 D1 又名 \"A1\" {\n  公式 A3 + A9\n  單位 數值\n}\n");

    private record Answer(Map<String, String> values, List<String> problems) {}

    @Property(tries = 60)
    void theOrderOfFilesAndDeclarationsDoesNotMatter(@ForAll long seed) {
        Random random = new Random(seed);
        assertEquals(answer(List.of(String.join("", DECLARATIONS))), answer(files(random)));
    }

    private static List<String> files(Random random) {
        List<String> declarations = new ArrayList<>(DECLARATIONS);
        Collections.shuffle(declarations, random);
        List<String> files = new ArrayList<>();
        for (int at = 0; at < declarations.size(); ) {
            int end = Math.min(declarations.size(), at + 1 + random.nextInt(6));
            files.add(String.join("", declarations.subList(at, end)));
            at = end;
        }
        return files;
    }

    private static Answer answer(List<String> texts) {
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            sources.add(Source.of("file" + i + ".kpi", texts.get(i)));
        }
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(sources);
        KpiProgram program = compiled.value().orElseThrow();
        Map<String, String> values = new TreeMap<>();
        for (KpiResult kpi : program.evaluate(Y109).kpis()) {
            values.put(kpi.id(), kpi.actual().value().map(Object::toString).orElse("none"));
        }
        return new Answer(
                values, compiled.problems().stream().map(Problem::code).sorted().toList());
    }

    @Test
    void theLawCoversValuesAndProblems() {
        Answer answer = answer(List.of(String.join("", DECLARATIONS)));
        assertEquals("none", answer.values().get("C2"));
        assertTrue(answer.values().get("A2").startsWith("288"), answer.values().toString());
        assertEquals(
                List.of(
                        "constant-condition",
                        "cycle",
                        "duplicate-name",
                        "duplicate-name",
                        "unknown-name",
                        "unknown-name",
                        "unused-name"),
                answer.problems());
    }

    @Test
    void filesAreTakenByNameWhateverOrderAHostGivesThemIn() {
        Source one = Source.of("a.kpi", "指標 A {\n  公式 1 + 1\n  單位 數值\n}\n");
        Source other = Source.of("b.kpi", "指標 Ａ {\n  公式 2 + 1\n  單位 數值\n}\n");
        for (List<Source> files : List.of(List.of(one, other), List.of(other, one))) {
            Problem problem = KpiCompiler.standard().compile(files).problems().get(0);
            assertEquals("duplicate-name", problem.code());
            assertEquals(other, problem.place().span().orElseThrow().source());
            assertEquals(
                    one, problem.related().get(0).place().span().orElseThrow().source());
        }
    }

    @Test
    void unitsThatNeedOneAnotherAreACircle() {
        String text = "定義單位 甲數 = 2 乙數\n定義單位 乙數 = 3 甲數\n指標 A {\n  公式 1 + 1\n  單位 數值\n}\n";
        assertEquals(List.of("cycle"), codes(text));
    }

    @Test
    void whatIsUsedIsNeverCalledUnused() {
        String kpi = "指標 A {\n  資料項 %s\n  公式 %s\n  單位 元\n}\n";
        for (List<String> each : List.of(
                List.of("稅課收入(預算數) 單位 元", "稅課收入 〔預算數〕 × 2"),
                List.of("債務 又名 \"還本\" 單位 元", "還本 × 2"),
                List.of("【2 月底】 單位 元", "【2 月底】 × 2"),
                List.of("ＡＢ 單位 元", "AB × 2"),
                List.of("執行數 單位 元", "總數(執行數＋執行數)"))) {
            String text = kpi.replaceFirst("%s", each.get(0)).replaceFirst("%s", each.get(1));
            assertEquals(List.of(), codes(text), text);
        }
        assertEquals(
                List.of(),
                codes("定義單位 箱\n指標 A {\n  資料項 貨 單位 件\n  公式 貨 + 2件\n  單位 件\n  附註 \"箱\"\n}\n"
                        .replace("2件", "2件 + 0箱 / 1箱 * 1件")));
        assertEquals(List.of("unused-name"), codes("定義單位 箱\n指標 A {\n  公式 1 + 1\n  單位 數值\n  附註 \"箱\"\n  # 箱\n}\n"));
    }

    @Test
    void conditionsAreDecidedOnlyWhereTheyMustBe() {
        for (String never : List.of(
                "a > 5 and a < 3",
                "5 < a < 3",
                "a = 1 and a = 2",
                "a >= 5 and a < 5",
                "1 > 2",
                "not 1 < 2",
                "a < 3 and (b > 1 and a > 3)",
                "2 < 1 or 3 < 1")) {
            assertEquals(List.of("constant-condition"), codes(choosing(never)), never);
        }
        for (String open :
                List.of("a > 5 or a < 3", "3 < a < 5", "a >= 5 and a <= 5", "a > 5 and b < 3", "a != 5 and a = 4")) {
            assertEquals(List.of(), codes(choosing(open)), open);
        }
    }

    private static String choosing(String condition) {
        return "kpi A {\n  input a, b\n  formula if " + condition + " then a else b\n  unit number\n}\n";
    }

    private static List<String> codes(String text) {
        return KpiCompiler.standard().compile(Source.of("file.kpi", text)).problems().stream()
                .map(Problem::code)
                .toList();
    }
}
