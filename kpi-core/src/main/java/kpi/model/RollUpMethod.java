package kpi.model;

import java.util.Optional;
import kpi.diagnostic.Language;

/** How the figures of children make the figure of a node (彙總). */
public enum RollUpMethod {
    /** The sum of each figure times its weight, over the sum of the weights. */
    WEIGHTED_MEAN("weighted mean", "加權平均"),
    MEAN("mean", "平均"),
    GEOMETRIC_MEAN("geometric mean", "幾何平均"),
    HARMONIC_MEAN("harmonic mean", "調和平均"),
    MIN("min", "最小值"),
    MAX("max", "最大值"),
    SUM("sum", "合計"),
    /** The lowest figure, as {@link #MIN}; the explanation names whose it is. */
    WORST_CHILD("worst child", "最差項目"),
    /** The attained KPIs over all KPIs below, however the nodes between are nested. */
    ATTAINED_SHARE("attained share", "達成項數比率"),
    /** The sum of the places among all groups, in each KPI below: the lowest sum is best. */
    RANK_SUM("rank sum", "序位合計"),
    /** By a formula over the figures of the children. */
    FORMULA("formula", "公式");

    private final String en;
    private final String zh;

    RollUpMethod(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** How a text spells it. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }

    /** Whether each child has a weight. */
    public boolean isWeighted() {
        return this == WEIGHTED_MEAN;
    }

    /** Whether each figure counts with a share, so that the share of a missing one can be counted as nothing. */
    public boolean hasShares() {
        return this == WEIGHTED_MEAN || this == MEAN || this == ATTAINED_SHARE;
    }

    /** Whether it is of all KPIs below, however the nodes between are nested. */
    public boolean isOfLeaves() {
        return this == ATTAINED_SHARE || this == RANK_SUM;
    }

    /** Whether there is a figure without some child, and the larger one is the better one. */
    public boolean canHoldHarmless() {
        return !isOfLeaves() && this != FORMULA;
    }

    /** The function of rows that computes it where each child counts the same. */
    public Optional<String> function() {
        return switch (this) {
            case WEIGHTED_MEAN, FORMULA -> Optional.empty();
            case MEAN, ATTAINED_SHARE -> Optional.of("average");
            case GEOMETRIC_MEAN -> Optional.of("geometric mean");
            case HARMONIC_MEAN -> Optional.of("harmonic mean");
            case MIN, WORST_CHILD -> Optional.of("min");
            case MAX -> Optional.of("max");
            case SUM, RANK_SUM -> Optional.of("sum");
        };
    }
}
