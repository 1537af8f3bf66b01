package kpi.engine.columnar;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import kpi.data.raw.RawBytes;
import kpi.data.raw.RawNumbers;
import kpi.model.Relation;
import kpi.number.Exact;
import kpi.plan.Node;
import kpi.plan.Test;

/**
 * What a probe gathers: one ask, or several that differ only in which texts of one column they want. These are gathered once,
 * by text, and each takes its own texts out of it.
 *
 * @param ask what is gathered, without the condition on the text
 * @param cells by which codes
 * @param members the asks, by their positions
 */
record Job(Ask ask, Optional<Probe.Cells> cells, List<Member> members) {
    Job {
        members = List.copyOf(members);
    }

    /**
     * One of the asks.
     *
     * @param wanted 1 for each code it wants; empty for all that was gathered
     */
    record Member(int ask, Optional<long[]> wanted) {
        boolean wants(int cell) {
            return wanted.isEmpty() || wanted.get()[cell] == 1;
        }
    }

    /** An ask without its condition on a text, and that condition. */
    private record Split(Key key, Source.Codes flag) {}

    /** Asks that are alike in this are gathered together; the column is told by identity. */
    private record Key(Ask ask, SameColumn column) {}

    private record SameColumn(RawNumbers raw) {
        @Override
        @SuppressWarnings("ReferenceEquality") // the same column, not an equal one
        public boolean equals(Object other) {
            return other instanceof SameColumn column && column.raw == raw;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(raw);
        }
    }

    /** The jobs for asks. */
    static List<Job> of(List<Ask> asks, List<Source> sources) {
        List<Job> jobs = new ArrayList<>();
        Map<Key, List<Member>> together = new LinkedHashMap<>();
        Map<Key, Ask> alone = new LinkedHashMap<>();
        for (int i = 0; i < asks.size(); i++) {
            Optional<Split> split = split(asks.get(i), sources);
            if (split.isEmpty()) {
                jobs.add(alone(asks.get(i), i));
            } else {
                together.computeIfAbsent(split.get().key(), any -> new ArrayList<>())
                        .add(new Member(i, Optional.of(split.get().flag().values())));
                alone.put(split.get().key(), asks.get(i));
            }
        }
        together.forEach((key, members) -> {
            if (members.size() == 1) {
                jobs.add(alone(
                        Objects.requireNonNull(alone.get(key)), members.get(0).ask()));
            } else {
                int codes = members.get(0).wanted().orElseThrow().length;
                jobs.add(new Job(
                        key.ask(), Optional.of(new Probe.Cells(key.column().raw(), codes)), members));
            }
        });
        return jobs;
    }

    /** An ask by itself, gathered cell by cell. */
    static Job byCell(Ask ask, int position, Probe.Cells cells) {
        return new Job(ask, Optional.of(cells), List.of(new Member(position, Optional.empty())));
    }

    /** The same, each by itself. */
    static List<Job> apart(List<Ask> asks) {
        return IntStream.range(0, asks.size())
                .mapToObj(i -> alone(asks.get(i), i))
                .toList();
    }

    private static Job alone(Ask ask, int position) {
        return new Job(ask, Optional.empty(), List.of(new Member(position, Optional.empty())));
    }

    /** The first condition on a text that stands by itself or among others that must all hold. */
    private static Optional<Split> split(Ask ask, List<Source> sources) {
        if (ask.where().isEmpty() || ask.kind() != Ask.Kind.SUM || ask.skips()) {
            return Optional.empty();
        }
        Test where = ask.where().get();
        List<Test> parts = where instanceof Test.Joined joined && joined.all() ? joined.parts() : List.of(where);
        for (int i = 0; i < parts.size(); i++) {
            Optional<Integer> slot = flagged(parts.get(i));
            if (slot.isPresent()
                    && sources.get(slot.get()) instanceof Source.Codes codes
                    && codes.raw() instanceof RawBytes
                    && codes.isWhole()
                    && codes.least() >= 0
                    && codes.most() <= 1) {
                List<Test> rest = new ArrayList<>(parts);
                rest.remove(i);
                Set<Integer> slots = new HashSet<>(ask.whereSlots());
                slots.remove(slot.get());
                // The column stands for all conditions on it: a row without a text is left out of each.
                slots.add(columnOf(codes, sources));
                Ask without = new Ask(
                        ask.kind(),
                        rest.isEmpty()
                                ? Optional.empty()
                                : Optional.of(rest.size() == 1 ? rest.get(0) : new Test.Joined(true, rest)),
                        ask.values(),
                        slots,
                        ask.valueSlots(),
                        false);
                return Optional.of(new Split(new Key(without, new SameColumn(codes.raw())), codes));
            }
        }
        return Optional.empty();
    }

    private static Optional<Integer> flagged(Test test) {
        return test instanceof Test.Compare compare
                        && compare.relation() == Relation.EQUAL
                        && compare.left() instanceof Node.Slot slot
                        && compare.right() instanceof Node.Constant constant
                        && constant.value().equals(Exact.ONE)
                ? Optional.of(slot.index())
                : Optional.empty();
    }

    /** The first slot over the same column. */
    @SuppressWarnings("ReferenceEquality") // the same column, not an equal one
    private static int columnOf(Source.Codes codes, List<Source> sources) {
        for (int i = 0; i < sources.size(); i++) {
            if (sources.get(i) instanceof Source.Codes other && other.raw() == codes.raw() && other.isWhole()) {
                return i;
            }
        }
        return -1;
    }

    /** As a plan prints it. */
    @Override
    public String toString() {
        return cells.isEmpty() ? ask.toString() : ask + ", by code, for " + members.size();
    }
}
