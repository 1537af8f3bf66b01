package kpi.score;

import java.util.EnumSet;
import java.util.Set;
import kpi.engine.Provenance;
import kpi.result.Mark;

/** What a value rests on, as marks. */
final class Marks {
    private Marks() {}

    static Set<Mark> of(Provenance provenance) {
        EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
        put(marks, Mark.PROVISIONAL, provenance.provisional());
        put(marks, Mark.REPORTED, provenance.reported());
        put(marks, Mark.ASSERTED, provenance.asserted());
        put(marks, Mark.APPROXIMATE, provenance.approximate());
        put(marks, Mark.PARTIAL, provenance.partial());
        return marks;
    }

    private static void put(Set<Mark> marks, Mark mark, boolean holds) {
        if (holds) {
            marks.add(mark);
        }
    }
}
