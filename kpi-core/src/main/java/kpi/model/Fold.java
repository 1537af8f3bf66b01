package kpi.model;

import kpi.diagnostic.Language;

/** What becomes of the values of several periods. */
public enum Fold {
    /** There is one, and it stands. */
    VALUE("value", "值"),
    /** The first that anybody reported stands. */
    FIRST_REPORTED("value", "值"),
    MEAN("mean", "平均"),
    SUM("sum", "合計"),
    LOWEST("lowest", "最低"),
    HIGHEST("highest", "最高"),
    /** The change from the one other period to the evaluated one, relative to that other, in %. */
    GROWTH("growth", "成長率");

    private final String en;
    private final String zh;

    Fold(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The words for it. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }
}
