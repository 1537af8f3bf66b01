package kpi.model;

import kpi.diagnostic.Language;

/** A figure beside the target that attainment may be measured from or to. */
public enum Level {
    BASELINE("baseline", "基期值"),
    THRESHOLD("threshold", "門檻值"),
    BENCHMARK("benchmark", "標竿值"),
    STRETCH("stretch", "挑戰值"),
    /** What the law asks for at least; judged on its own, beside the target. */
    LEGAL_FLOOR("legal floor", "法定下限");

    private final String en;
    private final String zh;

    Level(String en, String zh) {
        this.en = en;
        this.zh = zh;
    }

    /** The name a reader sees. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : en;
    }
}
