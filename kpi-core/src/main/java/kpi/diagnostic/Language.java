package kpi.diagnostic;

/** The language a text is rendered in; only ever an argument of rendering, never of computing. */
public enum Language {
    ZH_TW("zh_TW"),
    EN("en");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /** How the names of text files spell it: {@code zh_TW}, {@code en}. */
    public String tag() {
        return tag;
    }
}
