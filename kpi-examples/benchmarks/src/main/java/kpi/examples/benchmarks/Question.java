package kpi.examples.benchmarks;

import java.math.BigDecimal;
import java.util.List;
import java.util.SplittableRandom;

/** A formula to evaluate over and over, in the spelling of each engine, with inputs that change. */
public enum Question {
    /** 歲入預算執行率: one number over another. */
    RATIO(List.of("a", "b"), "round(a / b * 100%, 2)", "a / b * 100"),
    /** 目標達成度: at most 100 %. */
    CAPPED(List.of("a", "b"), "min(100%, round(a / b * 100%, 2))", "min(100, a / b * 100)"),
    /** 資本支出預算達成率: (paid + surplus) / (budget + reserved + supplementary). */
    BUDGET(
            List.of("a", "b", "c", "d", "e"),
            "round((a + b) / (c + d + e) * 100%, 2)",
            "(a + b) / (c + d + e) * 100"),
    /** 市有財產: 80 minus deductions plus bonuses. */
    POINTS(
            List.of("a", "b", "c", "d", "e"),
            "80分 - 0.1分 * a + 0.1分 * b + 0.1分 * c + 0.2分 * d + 1分 * e",
            "80 - 0.1 * a + 0.1 * b + 0.1 * c + 0.2 * d + 1 * e");

    /** How many different inputs are used in turn. */
    static final int ROWS = 64;

    private final List<String> names;
    private final String ours;
    private final String theirs;

    Question(List<String> names, String ours, String theirs) {
        this.names = names;
        this.ours = ours;
        this.theirs = theirs;
    }

    List<String> names() {
        return names;
    }

    /** With units and a visible rounding. */
    String ours() {
        return ours;
    }

    /** As engines without units and percent have it; they divide to 34 digits or in double, and do not round to 2 places. */
    String theirs() {
        return theirs;
    }

    boolean isPoints() {
        return this == POINTS;
    }

    long[][] longs() {
        SplittableRandom random = new SplittableRandom(109);
        long[][] rows = new long[ROWS][names.size()];
        for (long[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                row[i] = isPoints() ? random.nextLong(0, 40) : random.nextLong(1_000, 200_000_000);
            }
        }
        return rows;
    }

    BigDecimal[][] decimals() {
        long[][] longs = longs();
        BigDecimal[][] rows = new BigDecimal[longs.length][];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new BigDecimal[longs[i].length];
            for (int j = 0; j < rows[i].length; j++) {
                rows[i][j] = BigDecimal.valueOf(longs[i][j]);
            }
        }
        return rows;
    }
}
