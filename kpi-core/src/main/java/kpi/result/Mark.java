package kpi.result;

import kpi.diagnostic.Language;

/** What a reader must know about a figure beside its value; marks combine. */
public enum Mark {
    /** An input is not final yet (暫定). */
    PROVISIONAL("provisional", "暫定"),
    /** The actual is stated by its owner, not computed (填報). */
    REPORTED("reported", "填報"),
    /** The text says so; nothing was computed (認定). */
    ASSERTED("asserted", "認定"),
    /** It rests on a function whose values are rounded, such as ln. */
    APPROXIMATE("approximate", "近似"),
    /** Something that belongs to it has no value (資料不全). */
    PARTIAL("partial", "資料不全"),
    /** The series was broken between the two periods (公式調整，不適用). */
    NOT_COMPARABLE("not-comparable", "不可比較");

    private final String id;
    private final String zh;

    Mark(String id, String zh) {
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
