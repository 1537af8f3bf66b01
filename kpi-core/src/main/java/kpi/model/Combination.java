package kpi.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import kpi.diagnostic.Language;
import kpi.number.Exact;

/** How several scores make one. */
public enum Combination {
    /** The one score that was given, for the dimension as a whole. */
    AS_GIVEN("as given", "照給分"),
    /** The scores of the criteria by the weights of the rubric. */
    WEIGHTED_MEAN("weighted mean of criteria", "各項加權平均"),
    MEAN("mean", "平均"),
    /** The mean without the highest and the lowest. */
    TRIMMED_MEAN("trimmed mean", "去頭尾平均"),
    MEDIAN("median", "中位數"),
    MIN("min", "最小值"),
    MAX("max", "最大值"),
    SUM("sum", "合計");

    /** A trimmed mean of fewer has nothing left. */
    public static final int LEAST_TRIMMED = 3;

    private final String en;
    private final String zh;

    Combination(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** How a text spells it. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }

    /** Of how many scores it is at least. */
    public int least() {
        return this == TRIMMED_MEAN ? LEAST_TRIMMED : 1;
    }

    /**
     * The one score. The order of the scores does not matter, and a score that rises never lowers it.
     *
     * @param scores at least {@link #least()}; exactly one where it is taken as given
     * @param weights one for each score, with a sum that is not zero; only looked at by a weighted mean
     */
    public Exact of(List<Exact> scores, List<Exact> weights) {
        if (scores.size() < least() || this == AS_GIVEN && scores.size() != 1) {
            throw new IllTypedException(scores.size() + " scores make no " + en);
        }
        List<Exact> sorted = new ArrayList<>(scores);
        Collections.sort(sorted);
        int count = sorted.size();
        return switch (this) {
            case AS_GIVEN, MIN -> sorted.get(0);
            case MAX -> sorted.get(count - 1);
            case SUM -> sum(sorted);
            case MEAN -> mean(sorted);
            case TRIMMED_MEAN -> mean(sorted.subList(1, count - 1));
            case MEDIAN -> mean(sorted.subList((count - 1) / 2, count / 2 + 1));
            case WEIGHTED_MEAN -> weighted(scores, weights);
        };
    }

    private static Exact sum(List<Exact> scores) {
        Exact sum = Exact.ZERO;
        for (Exact score : scores) {
            sum = sum.plus(score);
        }
        return sum;
    }

    private static Exact mean(List<Exact> scores) {
        return sum(scores).dividedBy(Exact.of(scores.size()));
    }

    private static Exact weighted(List<Exact> scores, List<Exact> weights) {
        Exact sum = Exact.ZERO;
        for (int i = 0; i < scores.size(); i++) {
            sum = sum.plus(scores.get(i).times(weights.get(i)));
        }
        return sum.dividedBy(sum(weights));
    }
}
