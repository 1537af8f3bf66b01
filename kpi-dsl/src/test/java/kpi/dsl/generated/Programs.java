package kpi.dsl.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import kpi.source.Source;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * KPI files that are well typed, with every clause the language has, in keywords of both languages at random, laid out at
 * random, with comments in between. What is drawn is in English and Chinese words, so that one seed is one text.
 */
public final class Programs {
    /** What a file declares at its outermost level, for every KPI to use. */
    private static final String HEAD = """
            calendar roc
            定義單位 打 = 12 個
            define 折(x, low, high) = (x − low) / (high − low), at least 0, at most 1
            data 案(年度: period, 名 "案名": text, 區: key, 類: "甲" | "乙", 數: 人 may be missing, 錢: 元, 成: 是/否) {
              109 | 一 | 東 | 甲 | 3 | 1,000 | 是
              109 | "二" | 西 | 乙 |   | 0 | 否
              110 | 三 | 東 | 甲 | 7 | 250.5 | 是
            }
            """;

    private final Random random;
    private final Expressions expressions;
    private final StringBuilder out = new StringBuilder();

    private Programs(Random random) {
        this.random = random;
        this.expressions = new Expressions(random);
    }

    /** Files, each of a few KPIs. */
    public static Arbitrary<Source> arbitrary() {
        return Arbitraries.randoms().map(Programs::of);
    }

    /** The file of a seed. */
    public static Source of(Random random) {
        return Source.of("generated.kpi", new Programs(random).file());
    }

    private String file() {
        out.append(HEAD).append(Others.HEAD);
        int kpis = 1 + random.nextInt(3);
        for (int i = 0; i < kpis; i++) {
            comment("");
            kpi(i);
        }
        Others others = new Others(random);
        for (int i = random.nextInt(4); i > 0; i--) {
            comment("");
            out.append(others.kpi("X" + i));
        }
        card(kpis);
        if (random.nextInt(3) == 0) {
            out.append(pick("ratings", "評分表")).append(" 109 \"考評\" {\n  kpi | 創新度\n  K0 | 90   # noted\n}\n");
        }
        return out.toString();
    }

    private void card(int kpis) {
        out.append(pick("scorecard", "計分卡")).append(" S \"card\" {\n");
        out.append("  ").append(pick("perspective", "構面")).append(" \"p\" {\n    ");
        out.append(pick("objective", "策略目標")).append(" O1 \"o\" {");
        for (int i = 0; i < kpis; i++) {
            out.append(i == 0 ? " " : pick(", ", "、")).append('K').append(i);
        }
        out.append(" }\n  }\n  ").append(pick("summary", "總表")).append(' ').append("kpis, attained share\n}\n");
    }

    private void kpi(int number) {
        Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
        boolean each = random.nextInt(4) == 0;
        out.append(pick("kpi", "指標")).append(" K").append(number).append(pick(" \"title ：\"", " “標題”", " 「名」"));
        out.append(
                random.nextInt(3) == 0
                        ? pick(" also \"old" + number + "\"", " 又名 \"舊" + number + "\"、\"older" + number + "\"")
                        : "");
        out.append(each ? pick(" per row of 案", " 逐列 案") : "")
                .append(pick(" {", "｛", "\n{"))
                .append('\n');
        List<Supplier<String>> clauses = new ArrayList<>();
        clauses.add(() -> pick("formula", "公式") + " " + formula(dimension));
        clauses.add(() -> pick("unit", "單位") + " " + dimension.unit(random));
        clauses.add(() -> pick("input", "資料項") + inputs(each));
        may(clauses, () -> pick("owner", "主責局處") + " \"bureau 1\"");
        may(clauses, () -> pick("authority", "依據") + " 「法」");
        may(clauses, () -> pick("source", "資料來源") + " “年報”");
        may(clauses, () -> pick("printed", "原文") + " \"a/b)\"");
        may(clauses, () -> pick("note", "附註") + " \"註\"");
        may(clauses, () -> pick("actual", "實際值") + " " + rounding(dimension));
        clauses.add(() -> pick("direction", "方向") + " " + direction());
        if (!each) {
            may(clauses, () -> pick("target", "目標值") + targets(dimension));
            may(
                    clauses,
                    () -> pick("published", "公布值") + " 109 \"p. 1\"" + pick(": ", "：") + pick("actual", "實際值") + " "
                            + dimension.figure(random));
            may(clauses, () -> example(dimension));
        } else {
            may(clauses, () -> pick("rank highest first, ties share the best place", "序位 低者在前，同分同列不跳號"));
        }
        may(
                clauses,
                () -> pick("attainment", "目標達成度") + " " + pick("2 − actual / target", "2 − 實際值 ／ 目標值")
                        + pick(", at most 100%", "，上限 120%，四捨五入至小數2位")
                        // What a printed target of zero or below means is always said.
                        + pick("\n    when target <= 0: undefined", "\n    當 目標值 ≦ 0：是否達成", "\n    當 目標值 ≦ 0：無定義"));
        may(clauses, () -> pick("attained when actual meets target", "達成條件 實際值符合目標值"));
        may(clauses, () -> grade(dimension));
        may(clauses, () -> "定" + number + " = " + expressions.of(Dimension.COUNT, 2));
        may(clauses, () -> pick("missing b: as 0", "缺值 b：以 0 計"));
        may(clauses, () -> pick("law", "檢核") + " actual never falls when a rises");
        java.util.Collections.shuffle(clauses, random);
        for (Supplier<String> clause : clauses) {
            comment("  ");
            out.append("  ").append(clause.get());
            out.append(random.nextInt(6) == 0 ? "   # noted" : "").append('\n');
        }
        if (random.nextInt(3) == 0) {
            out.append(pick("  from 110 on", "  自 110 起")).append(" \"new\" {\n");
            out.append(pick("    formula changed, not comparable\n", "    公式調整，不適用\n"));
            out.append("    ")
                    .append(pick("formula", "公式"))
                    .append(' ')
                    .append(formula(dimension))
                    .append("\n  }\n");
        }
        out.append("}\n");
    }

    private String formula(Dimension dimension) {
        // A floor of 0, so that no cap is below it: that would be an error.
        String step = random.nextInt(3) == 0 ? pick(", at least 0", "，下限 0", ", 上限 " + dimension.step()) : "";
        if (random.nextInt(6) == 0) {
            return expressions.of(dimension, 2) + pick(" when ", " 當 ") + expressions.truth(1) + "\n      "
                    + pick("otherwise ", "其餘 ") + expressions.of(dimension, 2);
        }
        return expressions.of(dimension, 3) + step;
    }

    private String inputs(boolean each) {
        String series = each || random.nextBoolean()
                ? ""
                : " 109: 5  110：1,200" + pick(" as of 110/12/15, settled \"n\"", " 截至 110/12/15，暫定", "");
        return " a, b" + pick(" in ", " 單位 ") + "人\n         n" + pick(" in ", " 單位 ") + "人" + series
                + "\n         m(決算數)" + pick(" in ", " 單位 ")
                + "元\n         r" + pick(" in ", " 單位 ") + "%\n         s" + pick(" in ", " 單位 ") + "分"
                + (each ? "" : "  109: " + pick("not reported", "不適用", "−3.5"));
    }

    private String rounding(Dimension dimension) {
        return pick(
                "rounded to 2 places",
                "rounded half even to whole",
                "四捨五入至小數2位",
                "無條件捨去至整數",
                "truncated to " + dimension.step());
    }

    private String direction() {
        return pick("higher is better", "越小越好", "lower is better", "不計方向");
    }

    private String targets(Dimension dimension) {
        return " 109: " + pick("", ">= ", "≦", "= ") + dimension.figure(random) + pick("   ", "\n      ") + "110: "
                + pick("none printed", "未載", dimension.figure(random));
    }

    private String example(Dimension dimension) {
        return pick("example", "範例") + " \"e\" 109 " + pick("given", "設") + " a = 3" + pick("; ", "；") + "b = 4 人"
                + pick("；", "\n       ") + "m(決算數) = 2萬元; r = 5%; s = 1 分" + pick("  expect ", "  應得 ")
                + dimension.figure(random) + pick("", ", attained", "，未達成");
    }

    private String grade(Dimension dimension) {
        String edge = dimension.figure(random).replace(" ", "");
        return pick("grade", "等級")
                + pick(
                        " {\n    \"A\" " + edge + "以上\n    B " + pick("below ", "未滿 ") + edge + "\n  }",
                        " { 優 " + edge + " and above   \"劣\" below " + edge + " }");
    }

    private void may(List<Supplier<String>> clauses, Supplier<String> clause) {
        if (random.nextInt(3) == 0) {
            clauses.add(clause);
        }
    }

    private void comment(String indent) {
        if (random.nextInt(8) == 0) {
            out.append(pick("\n", ""))
                    .append(indent)
                    .append(pick("# a note", "＃ 註「"))
                    .append('\n');
        }
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
