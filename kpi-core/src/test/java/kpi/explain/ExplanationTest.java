package kpi.explain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import kpi.GoldenFile;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.engine.Points;
import kpi.engine.PointsOutcome;
import kpi.engine.Provenance;
import kpi.engine.ReferenceEngine;
import kpi.engine.World;
import kpi.model.Bound;
import kpi.model.PointItem.Kind;
import kpi.model.RoundingRule;
import kpi.model.Step;
import kpi.model.Term;
import kpi.number.Rounding;
import kpi.unit.Units;
import kpi.value.Absence;
import org.junit.jupiter.api.Test;

/** Explanations, as people read them. */
class ExplanationTest {
    private final World world = new World()
            .input("債務還本數", "66億元")
            .inputIn("元", "稅課收入", "123,376,890,000")
            .inputIn("千元", "實收數", "159,620,174")
            .inputIn("千元", "預算數", "169,517,356")
            .inputIn("次", "使用量", "6億5,202萬")
            .input("未達", "0 人")
            .input("審議", "12 件")
            .input("負", "-3")
            .input("三", "3")
            .missing("補辦", "元", Absence.NOT_REPORTED)
            .kpi("HP4.2", "5.35%", Provenance.exact())
            .table("民調", "議題: text, 知曉度: %", "跨年 | 82", "馬拉松 | 75", "銅標 | 22.5")
            .definition("總和", "sum{民調: 知曉度}")
            .definition("項數", "count{民調}")
            .definition("平均", "總和 / 項數")
            .definition("別名", "平均");

    private Explanation explain(String formula) {
        return explain(formula, Tracer.steps());
    }

    private Explanation explain(String formula, Tracer tracer) {
        Term term = world.listener(tracer).term(formula);
        ReferenceEngine.evaluate(term, world.scope());
        return tracer.explain(term).orElseThrow();
    }

    private static Explanation hf21(Tracer tracer) {
        PointsOutcome points = Points.hf21(World.hf21().listener(tracer)).evaluate();
        return tracer.explain(points, Units.POINTS);
    }

    private static void tree(Explanation explanation, String indent, StringBuilder text) {
        String label = explanation.label().map(name -> name + " ⟵ ").orElse("");
        text.append(indent)
                .append(label)
                .append(explanation.line(Language.ZH_TW))
                .append('\n');
        String english = explanation.line(Language.EN);
        if (!english.equals(explanation.line(Language.ZH_TW))) {
            text.append(indent).append(" ".repeat(4)).append(english).append('\n');
        }
        explanation.parts().forEach(part -> tree(part, indent + "  ", text));
    }

    @Test
    void hf21ReadsAsItIsPrinted() {
        Explanation explanation = hf21(Tracer.steps());
        for (Language language : Language.values()) {
            assertEquals("80 − 1.7 + 3.5 + 1.1 + 2.4 + 11 = 96.3 分", explanation.line(language));
            assertEquals(
                    List.of(
                            "80",
                            "17 × 0.1 = 1.7",
                            "35 × 0.1 = 3.5",
                            "11 × 0.1 = 1.1",
                            "12 × 0.2 = 2.4",
                            "11 × 1 = 11"),
                    explanation.parts().stream()
                            .map(part -> part.line(language))
                            .toList());
        }
        assertEquals(Optional.of("一級機關未達使用率標準"), explanation.parts().get(1).label());
        assertEquals(
                "一級機關未達使用率標準", explanation.parts().get(1).rule().orElseThrow().text());
    }

    @Test
    void aRatioReadsLikeItsFormulaWithInputsAsPrintedAndItsSteps() {
        Step round =
                new Step.Round(World.span("四捨五入至小數2位"), new RoundingRule.Places(2, Units.PERCENT, Rounding.HALF_UP));
        Explanation actual = stepped("債務還本數 / 稅課收入 * 100%", round);
        for (Language language : Language.values()) {
            assertEquals("66億元 / 123,376,890,000元 × 100% = 5.3494… % → 5.35 %", actual.line(language));
        }
    }

    @Test
    void formulas() {
        StringBuilder text = new StringBuilder();
        for (String formula : List.of(
                "三",
                "使用量",
                "三 + 2 * 三",
                "(三 + 2) * 三 / (三 - (2 - 1))",
                "三 - 負 + 負 * 2",
                "(負)^2 - -三",
                "1 - (審議 / 審議 - 1)",
                "實收數 / 預算數 * 100%",
                "平均",
                "別名 + 1%",
                "總和 / 項數 * 項數",
                "sum{民調: 知曉度 where 知曉度 > 50%}",
                "min{民調: 知曉度} + 總和",
                "min(三, 審議 / 12件, 2) * 2",
                "sqrt(三 - 1)",
                "atMost(審議 / 10件, 100%)",
                "atMost(審議 / 20件, 100%)",
                "rounded(atMost(1 / 三, 1), 2) * 2",
                "rounded(1 / 三, 2)",
                "if(三 > 2 and not 三 > 5, 三 * 2, 1 / 0)",
                "if(三 > 5 or 審議 ≦ 3件, 1, 三)",
                "2 * if(三 > 5, 1, 三)",
                "三 > 2",
                "HP4.2 * 2",
                "rounded(if(三 > 2, rounded(1 / 三, 2), 1), 1) + 1",
                "if(補辦 > 1元, 1, 2) + 1",
                "rounded(三, 2)",
                "審議 / 未達",
                "實收數 + 補辦",
                "補辦",
                "三 > 2 or 負 > 0",
                "三 > 2 and 三 < 4 or 負 > 0 and 三 = 3",
                "(-三)^2 * (三 + 1)^2",
                "(三^2)^2 - 2^-1",
                "max(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25)",
                "1e150 * 三",
                "1 / 1e60",
                "count{民調 where 知曉度 > 80%} + 0",
                "average{民調: 知曉度 where 知曉度 > 99%}",
                "max(三, leftOut(補辦 / 1元), 2)",
                "max(leftOut(補辦))",
                "ifMissing(補辦, 5元) + 1元",
                "ifMissing(實收數, 5元) / 預算數",
                "ifMissing(1 / 三 + 補辦 / 1元, 2)",
                "rounded(ifUndefined(1 / (三 - 三), 三 * 2), 1)",
                "asNotApplicable(補辦) + 1元",
                "if(isMissing(補辦) and not isUndefined(三), 三, 4)",
                "1/3000000",
                "-1/3")) {
            text.append("〔").append(formula).append("〕\n");
            tree(explain(formula), "", text);
            text.append('\n');
        }
        GoldenFile.check("kpi/explain/formulas.txt", text.toString());
    }

    @Test
    void points() {
        World more = new World()
                .input("三", "3")
                .missing("無", "", Absence.NOT_REPORTED)
                .table("案件", "處數: 處", "12", "3", "12")
                .table("空表", "處數: 處");
        Tracer tracer = Tracer.rows(2);
        PointsOutcome points = new Points(more.listener(tracer))
                .line(Kind.BASE, "基本分", "80分")
                .each(Kind.ADD, "逐案加分", "案件", "", "0.1分 * 案件.處數", more.cap("1分"))
                .each(Kind.ADD, "合計有上限", "案件", "", "1分", more.capInAll("2分"))
                .each(Kind.DEDUCT, "無人扣分", "空表", "", "1分")
                .when(Kind.ADD, "條件不合", "三 > 5", "1分")
                .when(Kind.DEDUCT, "條件合", "三 > 2", "三 * 0.5分")
                .line(Kind.ADD, "負的加分", "0分 - 2分")
                .line(Kind.DEDUCT, "負的扣分", "0分 - 1分")
                .evaluate();
        StringBuilder text = new StringBuilder();
        tree(tracer.explain(points, Units.POINTS), "", text);
        text.append('\n');
        Tracer absent = Tracer.steps();
        PointsOutcome missing = new Points(more.listener(absent))
                .line(Kind.DEDUCT, "先扣", "1分")
                .line(Kind.ADD, "缺", "無")
                .line(Kind.ADD, "除以零", "1分 / (三 - 三)")
                .evaluate();
        tree(absent.explain(missing, Units.POINTS), "", text);
        text.append('\n');
        tree(hf21(Tracer.rows(1)), "", text);
        GoldenFile.check("kpi/explain/points.txt", text.toString());
    }

    private Explanation stepped(String formula, Step... steps) {
        Tracer tracer = Tracer.steps();
        Term term = world.listener(tracer).term(formula);
        Outcome outcome = ReferenceEngine.evaluate(term, world.scope());
        List<Step> all = List.of(steps);
        return tracer.explain(term)
                .orElseThrow()
                .in(Units.PERCENT)
                .then(all, ReferenceEngine.trail(all, outcome, world.scope()));
    }

    @Test
    void stepsThatChangeSomethingFollow() {
        Step round =
                new Step.Round(World.span("四捨五入至小數2位"), new RoundingRule.Places(2, Units.PERCENT, Rounding.HALF_UP));
        Step cap = new Step.Cap(World.span("上限 100%"), Bound.AT_MOST, world.term("100%"));
        Explanation both = stepped("審議 / 9件", round, cap);
        assertEquals("12 件 / 9件 = 133.3333… % → 133.33 % → 100 %", both.line(Language.ZH_TW));
        assertEquals(
                List.of("審議: 12 件", "四捨五入至小數2位: 133.3333… % → 133.33 %", "上限 100%: 133.33 % → 100 %"),
                both.parts().stream().map(Explanation::toString).toList());
        assertEquals("100 %", both.value().orElseThrow().as(Units.PERCENT).toString());
        assertEquals("12 件 / 20件 = 60 %", stepped("審議 / 20件", round, cap).line(Language.EN));
        assertEquals("5.35 % × 2 = 10.7 %", stepped("HP4.2 * 2", round).line(Language.EN));
        assertEquals(
                "159,620,174千元 / 169,517,356千元 × 100% = 94.1615… % → 94.16 %",
                stepped("實收數 / 預算數 * 100%", round).line(Language.EN));
        assertThrows(KpiUsageException.class, () -> both.then(List.of(round), List.of()));
    }

    @Test
    void rowsAreListedUpToSoMany() {
        Explanation explanation = explain("sum{民調: 知曉度 where 知曉度 > 30%}", Tracer.rows(10));
        assertEquals("2 筆合計 = 157 %", explanation.line(Language.ZH_TW));
        assertEquals(
                List.of("民調.csv:2: 82 %", "民調.csv:3: 75 %"),
                explanation.parts().stream().map(Explanation::toString).toList());
        assertEquals(1, explain("sum{民調: 知曉度}", Tracer.rows(1)).parts().size());
        assertEquals(List.of(), explain("sum{民調: 知曉度}").parts());
    }

    @Test
    void aStatedFigureIsItself() {
        Explanation stated = Explanation.stated("填報值", world.evaluate("HP4.2"), Optional.empty());
        assertEquals("5.35 %", stated.line(Language.ZH_TW));
        assertEquals("填報值: 5.35 %", stated.toString());
        assertEquals(List.of(), stated.parts());
        assertEquals("實際值: 5.35 %", stated.named("實際值").toString());
    }

    @Test
    void whatWasNotEvaluatedIsNotExplained() {
        assertEquals(Optional.empty(), Tracer.steps().explain(world.term("三")));
    }
}
