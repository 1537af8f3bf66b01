package kpi.model;

import kpi.diagnostic.LocalText;

/** A column of the summary of a scorecard (總表). */
public enum SummaryFigure {
    OBJECTIVES("策略目標數", "objectives"),
    KPIS("指標數", "kpis"),
    ATTAINED("達成數", "attained"),
    NOT_ATTAINED("未達成數", "not attained"),
    ATTAINED_SHARE("達成項數比率", "attained share"),
    MEAN_ATTAINMENT("平均目標達成度", "mean attainment");

    private final LocalText word;

    SummaryFigure(String zh, String en) {
        this.word = new LocalText(zh, en);
    }

    /** What the text calls it. */
    public LocalText word() {
        return word;
    }

    /** The name for programs. */
    public String id() {
        return word.en().replace(' ', '-');
    }
}
