package kpi.result;

import kpi.diagnostic.Language;

/** Whether the actuals of two periods may be held against each other, and if not, what forbids it. */
public enum Comparability {
    /** They may. */
    COMPARED("compared", "可比較"),
    /** The KPI's own formula was changed in between (公式調整，不適用). */
    FORMULA_CHANGED("formula-changed", "公式調整，不適用"),
    /** A definition the KPI uses was changed in between, and says that this breaks the series. */
    DEFINITION_CHANGED("definition-changed", "定義調整，不適用"),
    /** The units are not of one kind: 人 then, % now. */
    UNIT_CHANGED("unit-changed", "單位不同"),
    /** The KPI was not in force in one of the periods. */
    NOT_IN_FORCE("not-in-force", "尚未實施"),
    /** The KPI is evaluated for each row or group, and has no actual as a whole. */
    IN_ROWS("in-rows", "逐列計算"),
    /** A figure cannot be computed: a division by zero, or a text with mistakes. */
    FAILED("failed", "無法計算"),
    /** A rule says that one of the actuals does not apply. */
    NOT_APPLICABLE("not-applicable", "不適用"),
    /** Data of one of the periods were not known on the day asked for, or are not released. */
    NOT_YET("not-yet", "尚未發布"),
    /** Data of one of the periods are missing. */
    MISSING("missing", "缺資料");

    private final String id;
    private final String zh;

    Comparability(String id, String zh) {
        this.id = id;
        this.zh = zh;
    }

    /** The name in machine-readable output; stable. */
    public String id() {
        return id;
    }

    /** Whether the text breaks the series, so that no data can make the two comparable. */
    public boolean isBroken() {
        return this == FORMULA_CHANGED || this == DEFINITION_CHANGED || this == UNIT_CHANGED;
    }

    /** The words a reader sees. */
    public String name(Language language) {
        return language == Language.ZH_TW ? zh : id.replace('-', ' ');
    }
}
