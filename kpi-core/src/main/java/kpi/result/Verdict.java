package kpi.result;

import kpi.diagnostic.Language;

/**
 * Whether a KPI reached its target, as its own rule decides it. A KPI without an actual or a target is undecided, never
 * quietly not attained; one that has no target by declaration is none of these.
 */
public enum Verdict {
    ATTAINED("attained", "達成"),
    NOT_ATTAINED("not attained", "未達成"),
    /** Actual or target has no value, and nothing was asserted. */
    UNDECIDED("undecided", "未判定"),
    /** The text says that the KPI has no target, on purpose: there is nothing to decide. */
    WITHOUT_TARGET("no target", "不設目標");

    private final String en;
    private final String zh;

    Verdict(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The word a reader sees. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }
}
