package kpi.data.sheet;

import java.io.IOException;

/** A part of the file is past a limit. */
final class TooLarge extends IOException {
    private static final long serialVersionUID = 1L;

    private final String name;
    private final long most;

    TooLarge(String name, long most) {
        super(name);
        this.name = name;
        this.most = most;
    }

    /** The limit's own name. */
    String limit() {
        return name;
    }

    long most() {
        return most;
    }
}
