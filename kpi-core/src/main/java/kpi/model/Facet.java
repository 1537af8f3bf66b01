package kpi.model;

import kpi.diagnostic.Language;

/** Which figure of a KPI is meant. */
public enum Facet {
    ACTUAL("actual", "實際值"),
    TARGET("target", "目標值"),
    /** Where a target that is a band begins. */
    TARGET_LOWEST("lower end of the target", "目標值下端"),
    /** Where it ends. */
    TARGET_HIGHEST("upper end of the target", "目標值上端"),
    ATTAINMENT("attainment", "目標達成度"),
    /** 100 % where it is attained and 0 % where it is not: what an attained share is the mean of. */
    ATTAINED("attained", "達成");

    private final String en;
    private final String zh;

    Facet(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The name a reader sees. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }
}
