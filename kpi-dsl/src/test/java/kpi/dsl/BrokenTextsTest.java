package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.run.Evaluation;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.value.ReportingPeriod;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

/** However a real text is broken, compiling and evaluating it answers with values: never an exception. */
class BrokenTextsTest {
    private static final Path GROUP_H = Path.of("../kpi-examples/group-h/group-h.kpi");
    private static final Path RUBRIC = Path.of("../kpi-examples/group-h/invented-rubric/rubric.kpi");
    private static final String JUDGED = """

            指標 HC2.1 { 填報值 110: 50   單位 % }
            指標 HP3.1 { 填報值 110: 50   單位 % }
            指標 HP4.2 { 填報值 110: 50   單位 % }
            指標 HF1.1 { 填報值 110: 50   單位 %   目標值 110: 60 }
            """;

    private static final String[] PIECES = {
        "(",
        ")",
        "（",
        "〔",
        "{",
        "}",
        "\"",
        "「",
        "、",
        "，",
        ",",
        ":",
        "：",
        "=",
        "109",
        "%",
        "元",
        "人",
        "每",
        "限",
        "公式",
        "單位",
        "目標值",
        "自",
        "起",
        "if",
        "若",
        "則",
        "否則",
        "×100",
        "-",
        "^",
        "1e9",
        "9^9^9",
        "\n",
        "\n  ",
        "#",
        "|",
        "範例",
        "設",
        "應得",
        "資料表",
        "計分",
        "合計(",
        "民調.",
        "HP4.2",
        "\u202e",
        "\u200b",
        "½",
        "ー",
        "，上限 ",
        "四捨五入至",
        "0",
        "00",
        "1,5",
        "12345678901234567890",
        "截至 109/2/30",
        "暫定",
        "認定",
        "構面",
        "計分卡",
        "定義單位 打 = 0 個\n",
        "定義單位 百人\n",
        "\"\" | \"\""
    };

    @Property(tries = 150)
    void neverThrows(@ForAll long seed) throws IOException {
        answers(broken(Files.readString(GROUP_H, StandardCharsets.UTF_8), new Random(seed)), 109);
    }

    @Property(tries = 150)
    void judgedScoresNeverThrow(@ForAll long seed) throws IOException {
        answers(broken(Files.readString(RUBRIC, StandardCharsets.UTF_8), new Random(seed)) + JUDGED, 110);
    }

    /** A score line that cannot be read left no stage to take the score of. */
    @Test
    void aDimensionWhoseOnlyLineIsBrokenIsToldOf() {
        answers("評分面向 創新度 {\n  尺度 0 至 100 分\n  得分 50 分，至少 0 分\n}\n" + JUDGED, 110);
    }

    private static void answers(String text, int year) {
        Checked<KpiProgram> compiled = KpiCompiler.standard().compile(Source.of("broken.kpi", text));
        for (Problem problem : compiled.problems()) {
            assertEquals(Set.of(), problem.unfilled(), problem.code());
            assertTrue(problem.message(Language.ZH_TW).length() <= 500);
            assertTrue(!problem.draw(Language.EN).isEmpty());
        }
        KpiProgram program = compiled.value().orElseThrow();
        StringBuilder json = new StringBuilder();
        program.facts()
                .build()
                .value()
                .ifPresent(facts -> program.evaluate(facts, Evaluation.of(ReportingPeriod.roc(year)))
                        .writeJson(json));
        program.runExamples();
    }

    private static String broken(String text, Random random) {
        StringBuilder out = new StringBuilder(text);
        for (int edits = 1 + random.nextInt(6); edits > 0; edits--) {
            int at = random.nextInt(out.length());
            String piece = PIECES[random.nextInt(PIECES.length)];
            switch (random.nextInt(4)) {
                case 0 -> out.deleteCharAt(at);
                case 1 -> out.insert(at, piece);
                case 2 -> out.delete(at, Math.min(out.length(), at + random.nextInt(40)));
                default -> out.insert(random.nextInt(out.length()), out.substring(at, Math.min(out.length(), at + 60)));
            }
        }
        return out.toString();
    }
}
