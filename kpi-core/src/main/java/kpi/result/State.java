package kpi.result;

import kpi.diagnostic.Language;

/** Whether a figure has a value, and if not, why. */
public enum State {
    VALUE("value", "有值"),
    /** Something it needs was not given. */
    MISSING("missing", "缺值"),
    /** There is no such figure here, for instance no target was printed. */
    NOT_APPLICABLE("not-applicable", "不適用"),
    /** It cannot be computed, for instance by a division by zero. */
    FAILED("failed", "無法計算");

    private final String id;
    private final String zh;

    State(String id, String zh) {
        this.id = id;
        this.zh = zh;
    }

    /** The name in machine-readable output; stable. */
    public String id() {
        return id;
    }

    /** The word a reader sees. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : id.replace('-', ' ');
    }
}
