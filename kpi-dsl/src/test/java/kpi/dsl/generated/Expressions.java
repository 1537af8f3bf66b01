package kpi.dsl.generated;

import java.util.Random;

/** Well-typed expressions over the inputs and the table every generated KPI has. */
final class Expressions {
    private final Random random;

    Expressions(Random random) {
        this.random = random;
    }

    /** An expression of a dimension, at most so many operators deep. */
    String of(Dimension dimension, int depth) {
        if (depth == 0) {
            return leaf(dimension);
        }
        return switch (random.nextInt(11)) {
            case 0, 1 -> leaf(dimension);
            case 2 -> of(dimension, depth - 1) + pick("+", " ＋ ", " + ") + operand(dimension, depth - 1);
            case 3 -> of(dimension, depth - 1) + pick(" - ", " − ", "－") + operand(dimension, depth - 1);
            case 4 -> scaled(dimension, depth);
            case 5 ->
                pick("max", "min", "最大值", "最小值")
                        + pick("(", "（")
                        + of(dimension, depth - 1)
                        + pick(", ", "，")
                        + of(dimension, depth - 1)
                        + pick(")", "）");
            case 6 ->
                pick("(", "〔").equals("(")
                        ? "(" + choice(dimension, depth) + ")"
                        : "〔" + choice(dimension, depth) + "〕";
            case 7 -> "abs(" + of(dimension, depth - 1) + ")";
            case 8 ->
                "(" + of(dimension, depth - 1) + pick(", at least 0", "，下限 0，上限 " + dimension.step())
                        + pick("", ", rounded to " + dimension.step(), "，四捨五入至整數") + ")";
            case 9 -> special(dimension, depth);
            default -> "(" + of(dimension, depth - 1) + pick("\n        + ", " + ") + leaf(dimension) + ")";
        };
    }

    String truth(int depth) {
        String comparison = comparison(depth);
        return switch (depth == 0 ? 0 : random.nextInt(5)) {
            case 0, 1 -> comparison;
            case 2 -> comparison + pick(" and ", " 且 ", " & ") + truth(depth - 1);
            case 3 -> "(" + comparison + pick(" or ", " 或 ") + truth(depth - 1) + ")";
            default -> pick("not (", "非 (") + truth(depth - 1) + ")";
        };
    }

    /** Behind {@code if} no bracket with a comma: that would be the function. */
    private String condition(int depth) {
        return leaf(Dimension.COUNT) + pick(" > 0", " ≦ 3 人", " ≠ b") + pick(" and ", " 或 ") + truth(depth);
    }

    private String comparison(int depth) {
        Dimension dimension = Dimension.values()[random.nextInt(Dimension.values().length)];
        String first = of(dimension, Math.min(1, depth)) + pick(" > ", "≧", " <= ", " ≠ ", " <> ", " = ");
        return first + operand(dimension, Math.min(1, depth)) + (random.nextInt(4) == 0 ? " < " + leaf(dimension) : "");
    }

    private String choice(Dimension dimension, int depth) {
        String then = of(dimension, depth - 1);
        String otherwise = of(dimension, depth - 1);
        return random.nextBoolean()
                ? "if " + condition(depth - 1) + " then " + then + " else " + otherwise
                : "若 " + condition(depth - 1) + " 則 " + then + " 否則 " + otherwise;
    }

    /** A sum behind a minus sign stands in brackets. */
    private String operand(Dimension dimension, int depth) {
        return "(" + of(dimension, depth) + ")";
    }

    private String scaled(Dimension dimension, int depth) {
        String value = operand(dimension, depth - 1);
        return switch (random.nextInt(4)) {
            case 0 -> value + pick("*", " × ", " x ") + "2";
            case 1 -> "0.5 " + pick("*", "×", "＊") + " " + value;
            case 2 -> value + pick("/", " ÷ ", "／") + "4";
            default -> pick("−", "-") + value;
        };
    }

    private String special(Dimension dimension, int depth) {
        return switch (dimension) {
            case COUNT ->
                pick(
                        "合計(案.數)",
                        "sum(案.數 where 類 = \"甲\")",
                        "合計(每 案 限 成 且 數 > 1：數)",
                        "max(案.數)",
                        "(合計(案.數), if missing 0)");
            case MONEY -> pick("合計(案.錢)", "average(案.錢)", "sum(each 案 where not 成: 錢 × 2)");
            case PERCENT ->
                pick(
                        "a / b * 100%",
                        "a/b×100%",
                        "100% − r",
                        "折(a, 0, 20) * 100%",
                        "〔a /(a＋b)〕* 100％",
                        "(a / b * 100%, if undefined 0%)",
                        "筆數(案 限 成) / count(案) * 100%");
            case POINTS -> "0.1 分 × (" + of(Dimension.COUNT, depth - 1) + ")";
        };
    }

    private String leaf(Dimension dimension) {
        String input = switch (dimension) {
            case COUNT -> pick("a", "b");
            case MONEY -> pick("m(決算數)", "m (決算數)", "m（決算數）");
            case PERCENT -> "r";
            case POINTS -> "s";
        };
        String figure = dimension.figure(random).replace(",", "").replaceFirst("^−(.*)", "(−$1)");
        return random.nextInt(3) == 0 && !figure.equals("0") ? figure : input;
    }

    private String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
