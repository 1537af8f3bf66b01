package kpi.data.sheet;

import java.io.IOException;
import kpi.diagnostic.LocalText;

/** The file is none that can be read, and why. */
final class Unreadable extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient LocalText why;

    Unreadable(String zh, String en) {
        super(en);
        this.why = new LocalText(zh, en);
    }

    LocalText why() {
        return why;
    }
}
