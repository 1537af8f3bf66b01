package kpi.dsl.generated;

import java.util.Random;

/** KPIs of every other kind: points, groups, stated figures, other periods, joins and look-ups, exceptions. */
final class Others {
    /** What they use beside the table of the cases. */
    static final String HEAD = """
            data 區表(區: key, 戶: 人) {
              東 | 10
              西 | 4
            }
            table 折扣(類: text, 量: number → 率: %), first match {
              甲 | 3 and above | 20
              甲 | *           | 10
              乙 | any         | 0
            }
            級距 等第(率: % → 等: 文字) {
              90%以上          | 優
              80%以上未滿90%   | 甲
              未滿80%          | 乙
            }
            對照表 曲線(x: number → y: number) {
              0  | 0
              10 | 50
            }
            """;

    private final Random random;

    Others(Random random) {
        this.random = random;
    }

    /** A KPI with this id. */
    String kpi(String id) {
        return switch (random.nextInt(9)) {
            case 0 -> points(id);
            case 1 -> perGroup(id);
            case 2 -> reported(id);
            case 3 -> pasts(id);
            case 4 -> joined(id);
            case 5 -> lookedUp(id);
            case 6 -> exceptions(id);
            case 7 -> defined(id);
            default -> cohort(id);
        };
    }

    private String head(String id, String per) {
        return pick("kpi ", "指標 ") + id + pick(" \"other\"", " 「別的」", "") + per + pick(" {\n", "｛\n", "\n{\n");
    }

    private String unit(String unit) {
        return "  " + pick("unit ", "單位 ", "unit     ") + unit + "\n  " + pick("direction none", "方向 不計方向") + "\n";
    }

    private String points(String id) {
        StringBuilder text = new StringBuilder(head(id, ""));
        text.append("  ").append(pick("points", "計分")).append(pick(" {\n", "｛   # by hand\n"));
        text.append("    ")
                .append(pick("base", "基本分"))
                .append(pick(" 80 分", " \"all\"  80分"))
                .append('\n');
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            text.append("    ")
                    .append(pick("deduct", "扣分", "add", "加分"))
                    .append(" \"item ")
                    .append(i)
                    .append('"')
                    .append(pick(
                            " each 案 where 類 = \"甲\": ",
                            " 每 案 限 非 成：",
                            " each 案 when a > 0 人: ",
                            " when a ≧ 3 人: ",
                            " 當 a < b：",
                            ": "))
                    .append(pick("0.1 分", "0.5分", "2 分"))
                    .append(pick("", "", note()))
                    .append('\n');
        }
        text.append("    ")
                .append(pick("add", "加分"))
                .append(" \"capped\"")
                .append(pick(" each 案: ", " 每 案："))
                .append(pick("0.1 分 × 數", "0.2 × 數"))
                .append(pick(
                        "，每案上限 1 分", ", at most 1 分 each", ", at most 1 each, at most 5 in all", "，每案下限 0，合計上限 5 分"))
                .append(note())
                .append("\n  }\n");
        return text + "  input a in 人\n        b in 人  109: 4\n" + unit("分") + "}\n";
    }

    private String perGroup(String id) {
        return head(id, pick(" per 類", " 逐 類", " per 類, 區", " 逐 類、區")) + "  " + pick("formula ", "公式 ")
                + pick("sum(案.數)", "合計(案.數 限 數 > 1)", "count(案) × 1 人", "max(案.數) − 最小值(案.數)") + note() + "\n"
                + unit("人") + "  "
                + pick(
                        "rank highest first, ties share the mean place",
                        "序位 依 實際值，高者在前，同分同列最差序位",
                        "rank where 類 = \"甲\", lowest first, ties in row order")
                + "\n}\n";
    }

    private String reported(String id) {
        String replaced = random.nextInt(3) == 0 ? "  formula a / b\n  input a, b in 人\n" : "";
        String why = replaced.isEmpty() ? "" : pick(" replaces the formula \"as printed\"", "   取代公式 \"照錄\"");
        return head(id, "") + replaced + "  " + pick("unit %", "單位 %", "單位：％") + "\n  "
                + pick("direction higher is better", "方向 越大越好") + "\n  " + pick("reported", "填報值")
                + pick(" 109: 88%", " 109：88.5％", "   109: 69.01") + why + note()
                + (replaced.isEmpty()
                        ? pick(
                                "",
                                "\n           110: 70 as of 110/12/15, provisional",
                                "\n           110：70   截至 110/12/15，預算數，暫定 「n」")
                        : "")
                + "\n  " + pick("target", "目標值") + pick(" 109: none printed", " 109: 未載   110: ≧80%") + "\n  "
                + pick("attained 109: asserted \"printed so\"", "達成 109：認定 「成果表」") + note() + "\n}\n";
    }

    private String pasts(String id) {
        return head(id, "") + "  input x in 人  107: 3   108: 4   109: 5   110: 7\n  " + pick("formula", "公式") + " "
                + pick(
                        "(previous actual, if missing 0 人) + x",
                        "(前期 實際值，缺值時 0) ＋ x",
                        "(前期 x, if missing 0) + x",
                        "mean of last 2 x",
                        "前 2 期平均 x + (前2期最高 x)",
                        "近2年合計 x",
                        "x × (100% + growth of x)",
                        "cumulative x − x for 108",
                        "x 於 108 ＋ 期末 x")
                + "\n" + unit("人") + "}\n";
    }

    private String joined(String id) {
        return head(id, pick(" per row of 案", " 逐列 案")) + "  " + pick("formula", "公式") + " "
                + pick("數 / 區表.戶", "區表.戶 ÷ sum(案.數)", "數 / 區表.戶 × 100%", "若 區表.戶 > 5 人 則 數 ／ 區表.戶 否則 0%") + "\n"
                + unit("%") + pick("", "  grade by actual { 優 50%以上   劣 below 50% }\n", "  等級 ｛ 優 50%以上   劣 未滿50% ｝\n")
                + "}\n";
    }

    private String lookedUp(String id) {
        return head(id, "") + "  input a, b in 人\n  input r in %\n  " + pick("formula", "公式") + " "
                + pick(
                        "折扣(\"甲\", a / b)",
                        "折扣（“乙”，3）",
                        "20% when 等第(r) = \"優\"\n      otherwise 折扣(\"甲\", 2)",
                        "20% 當 等第(r) 屬於 (\"優\", \"甲\")\n      其餘 0%",
                        "(曲線(a / b), interpolated) × 1%",
                        "(曲線(a ÷ b)，內插，超出末級者延伸) × 1%")
                + "\n" + unit("%") + "}\n";
    }

    private String exceptions(String id) {
        return head(id, "") + "  input a, b in 人\n  " + pick("formula", "公式") + " " + pick("a / b", "a ／ b × 100%")
                + note() + "\n      " + pick("except \"new\" when b = 0 人: 0%", "但 「新設」 當 b = 0：0%") + note()
                + pick("", "\n      except \"closed\" when a < 0 人: 100%", "\n      但 \"停辦\" 當 a < 0：100%")
                + pick("", "\n      ，上限 120%", "\n      , at most 120%，下限 0%") + "\n" + unit("%") + "}\n";
    }

    private String defined(String id) {
        return head(id, "") + "  input a, b in 人\n  " + pick("define", "定義") + " 占(x in 人, y 單位 人) = "
                + pick("x / y", "(x ／ y, if undefined 0)", "若 y = 0 則 0 否則 x / y") + "\n  "
                + pick("share = 占(a, b)", "share=占（a，a＋b）") + "\n  " + pick("formula ", "公式 ")
                + pick("share", "1 − share", "max(share, 0)", "share ^ 2", "sqrt(share)", "四捨五入(share, 2)") + "\n"
                + unit("number") + "}\n";
    }

    private String cohort(String id) {
        String head = head(id, pick(" per row of 案", " 逐列 案")) + "  " + pick("formula", "公式") + " ";
        if (random.nextInt(3) == 0) {
            return head
                    + pick(
                            "percentile rank(案.錢 within 類, midpoint)",
                            "百分等級(案.錢 同 類, 含端點)",
                            "share of total(案.錢)",
                            "占合計比（案.錢 同 類）")
                    + note() + "\n" + unit("%") + "}\n";
        }
        return head
                + pick(
                        "rank(案.錢, highest first, ties share the best place)",
                        "序位(案.錢, 低者在前, 同分同列不跳號)",
                        "z score(案.錢, population)",
                        "median(案.錢) / 1 元",
                        "percentile(案.錢, 90%, inclusive) / 百分位數(案.錢, 50%, 含端點)",
                        "加權平均(案.數, 案.錢) / 1 人",
                        "average(案.數, over present values, at least 1) / 1 人",
                        "平均(案.數，只計有值者) / 1 人")
                + note() + "\n" + unit("number") + "}\n";
    }

    private String note() {
        return random.nextInt(4) == 0 ? pick("  # noted", "　＃ 註") : "";
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
