package kpi.result;

import kpi.diagnostic.Language;

/** How a printed figure stands to the computed one. */
public enum Agreement {
    /** Equal at the printed places. */
    AGREES("agrees", "相符"),
    /** Some choice of the inputs, each within half a unit of its last printed digit, gives the printed figure. */
    WITHIN_INPUT_ROUNDING("within-input-rounding", "在資料進位範圍內相符"),
    /** No choice of the inputs gives it. */
    CONTRADICTS("contradicts", "不符"),
    /** It is not equal, and it was neither proved nor disproved that some choice of the inputs gives it. */
    UNDECIDED("undecided", "未能判定");

    private final String id;
    private final String zh;

    Agreement(String id, String zh) {
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
