package kpi.value;

import kpi.diagnostic.Language;

/** Why there is no value. None of these is zero. */
public enum Absence {
    /** Nobody has given it. */
    NOT_REPORTED("未填報", "not reported"),
    /** There can be none here. */
    NOT_APPLICABLE("不適用", "not applicable"),
    /** None exists, or none was compiled. */
    NONE("無", "none"),
    /** A figure would mean nothing. */
    MEANINGLESS("無意義", "meaningless"),
    /** It will come. */
    NOT_YET_RELEASED("尚未發布", "not yet released");

    private final String zh;
    private final String en;

    Absence(String zh, String en) {
        this.zh = zh;
        this.en = en;
    }

    /**
     * Whether this stands where several values are missing and one answer is needed: what no later report can change goes
     * before what one can, so the answer does not depend on the order in which they are met.
     */
    public boolean outranks(Absence other) {
        return rank() < other.rank();
    }

    private int rank() {
        return switch (this) {
            case NOT_APPLICABLE -> 0;
            case MEANINGLESS -> 1;
            case NONE -> 2;
            case NOT_REPORTED -> 3;
            case NOT_YET_RELEASED -> 4;
        };
    }

    /** The words for it. */
    public String in(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }
}
