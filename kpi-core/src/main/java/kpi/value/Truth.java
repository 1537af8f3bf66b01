package kpi.value;

import kpi.diagnostic.Language;

/** Yes or no. */
public enum Truth implements Value {
    TRUE,
    FALSE;

    /** The truth value of a condition. */
    public static Truth of(boolean condition) {
        return condition ? TRUE : FALSE;
    }

    /** Whether this is {@link #TRUE}. */
    public boolean isTrue() {
        return this == TRUE;
    }

    @Override
    public String display(Language language) {
        if (language == Language.ZH_TW) {
            return this == TRUE ? "是" : "否";
        }
        return this == TRUE ? "yes" : "no";
    }
}
