package kpi.dsl.generated;

import java.util.Random;

/** What a generated value is measured in. */
enum Dimension {
    COUNT("人", "3 人", "0", "1,234人", "1萬 人", "0.5 人"),
    MONEY("元", "66億元", "0", "1,000元", "−2.5 元", "3千元"),
    PERCENT("%", "5%", "0", "99.995%", "100％", "1e3%"),
    POINTS("分", "80 分", "0", "0.1分", "12.5 分", "100 分");

    private final String unit;
    private final String[] figures;

    Dimension(String unit, String... figures) {
        this.unit = unit;
        this.figures = figures;
    }

    String unit(Random random) {
        return this == PERCENT && random.nextInt(4) == 0 ? "％" : unit;
    }

    String step() {
        return "1" + (this == PERCENT ? "" : " ") + unit;
    }

    String figure(Random random) {
        return figures[random.nextInt(figures.length)];
    }
}
