package kpi.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Notes under a table, numbered ① ② … as they come up; one text is one note. */
final class Footnotes {
    private static final int CIRCLED = 20;

    private final List<String> notes = new ArrayList<>();

    /** The sign of a note. */
    String sign(String note) {
        int at = notes.indexOf(note);
        if (at < 0) {
            notes.add(note);
            at = notes.size() - 1;
        }
        return sign(at);
    }

    private static String sign(int at) {
        return at < CIRCLED ? Character.toString('①' + at) : "(" + (at + 1) + ")";
    }

    void write(Appendable out) throws IOException {
        for (int i = 0; i < notes.size(); i++) {
            out.append(sign(i)).append(' ').append(notes.get(i)).append('\n');
        }
    }
}
