package kpi.model;

import kpi.diagnostic.Language;

/** What a child without a value means for its node: published schemes disagree, so the text says which. */
public enum MissingChild {
    /** The node has no value, either. */
    TOTAL_MISSING("total missing", "總分缺值"),
    /** The node is of the children that have one. */
    LEFT_OUT("left out", "略去"),
    /** Its weight goes to the others, in proportion to theirs: 10, 25, 40 of 75. */
    SHARED_IN_PROPORTION("weight shared in proportion", "權重依比例分攤"),
    /** Its weight goes to the others in equal parts. */
    SHARED_EQUALLY("weight shared equally", "權重平均分攤"),
    /** Its weight is lost: the others keep theirs, and the total cannot reach the top. */
    NOT_SHARED("weight not shared", "權重不分攤");

    private final String en;
    private final String zh;

    MissingChild(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** How a text spells it. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }

    /** Whether it says something about this method: weights are shared where there are weights. */
    public boolean fits(RollUpMethod method) {
        return switch (this) {
            case TOTAL_MISSING -> true;
            case LEFT_OUT -> !method.isWeighted() && method != RollUpMethod.FORMULA;
            case SHARED_IN_PROPORTION, SHARED_EQUALLY -> method.isWeighted();
            case NOT_SHARED -> method.hasShares();
        };
    }
}
