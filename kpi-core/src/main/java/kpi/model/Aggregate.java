package kpi.model;

import kpi.diagnostic.Language;

/** How many rows become one figure. */
public enum Aggregate {
    SUM("sum", "合計"),
    COUNT("count", "筆數"),
    AVERAGE("average", "平均"),
    MIN("min", "最小值"),
    MAX("max", "最大值");

    private final String en;
    private final String zh;

    Aggregate(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** Its keyword. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }

    /** Whether it needs a value for each row; a count only needs the rows. */
    public boolean needsValue() {
        return this != COUNT;
    }
}
