package kpi.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.StopSignal;
import kpi.engine.columnar.Gathered;
import kpi.model.Aggregation;
import kpi.model.Comparison;
import kpi.model.Conditional;
import kpi.model.Excepted;
import kpi.model.Fallback;
import kpi.model.Let;
import kpi.model.Logic;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.number.NumberException;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/**
 * Gathers aggregates over datasets column by column, where the scope chose that and the outcome is certain to be that of the
 * reference engine. The rows that the columns leave open are walked.
 */
final class Columns {
    private final Scope scope;
    private final RowWalker walker;
    private final ColumnPasses passes;

    Columns(Scope scope, RowWalker walker, ColumnPasses passes) {
        this.scope = scope;
        this.walker = walker;
        this.passes = passes;
    }

    /** What the rows come to; empty where only walking them tells. */
    Optional<AggregateOutcome> gather(Aggregation term, RowWalker.Keys keys) {
        return passes.of(term, keys).flatMap(pass -> outcome(term, pass, keys));
    }

    /** Lines of points that are evaluated together with the rest. */
    void expect(List<LineRows> lines) {
        passes.expect(lines.stream().flatMap(line -> line.both().stream()).toList());
    }

    private Optional<AggregateOutcome> outcome(Aggregation term, ColumnPasses.Pass pass, RowWalker.Keys keys) {
        TableView view = pass.view();
        Gathered gathered = pass.gathered();
        boolean rests = !pass.rests().equals(Provenance.exact());
        if (rests && (gathered.count() == 0 || hasBranches(term))) {
            return Optional.empty();
        }
        Optional<KpiUnit> unit = Optional.empty();
        if (!term.values().isEmpty()) {
            RowUnits.Shown shown = new RowUnits(view, constant -> passes.unitOf(constant, view))
                    .of(term.values().get(0));
            if (shown.isUncertain()) {
                return Optional.empty();
            }
            unit = shown.unit();
        }
        Gathering gathering = new Gathering(term.aggregate(), StopSignal.of(scope.stop()));
        Strict needed = new Strict();
        needed.take(keys.needed().provenance());
        needed.take(view.provenance());
        RowWalker.Walk left = walker.walk(
                RowWalker.wanted(term), view, gathered.left(), needed, row -> walker.contribution(term, gathering));
        if (needed.hasFailed()) {
            return Optional.empty();
        }
        needed.take(pass.rests());
        try {
            gathering.add(gathered, unit);
        } catch (NumberException ofRow) {
            return Optional.empty();
        }
        if (!gathering.isSure()) {
            return Optional.empty();
        }
        Optional<Outcome> leftOut = gathered.firstSkipped().isPresent()
                ? firstLeftOut(
                        term, view, gathered.left(), gathered.firstSkipped().get())
                : left.leftOut();
        RowWalker.Walk walk = new RowWalker.Walk(
                Optional.of(view),
                pass.seen(),
                left.passed() + gathered.count(),
                left.missing() + gathered.skipped(),
                leftOut,
                needed);
        return Optional.of(new AggregateOutcome(
                term, gathering, walk, walker.place(), Optional.of(() -> walker.gatherByRow(term, keys))));
    }

    /**
     * The same, where the rows are told: the first that pass the filter, and whatever is walked before them.
     *
     * @param tell tells of the row that is at hand, which counts for nothing else
     */
    Optional<AggregateOutcome> gather(Aggregation term, RowWalker.Keys keys, RowWalker.AtRow tell) {
        if (!tells() || !keys.columns().isEmpty()) {
            return Optional.empty();
        }
        Optional<ColumnPasses.Pass> pass = passes.of(term, keys);
        Optional<AggregateOutcome> outcome = pass.flatMap(of -> outcome(term, of, keys));
        outcome.ifPresent(found -> tell(RowWalker.wanted(term), pass.orElseThrow(), tell));
        return outcome;
    }

    /** Whether a pass names rows that are to be told; of a group it names none. */
    private boolean tells() {
        return passes.shown() > 0 && scope.group().isEmpty();
    }

    private void tell(RowWalker.Wanted wanted, ColumnPasses.Pass pass, RowWalker.AtRow tell) {
        int[] shown = pass.gathered().shown();
        boolean all = shown.length < passes.shown();
        int[] rows = IntStream.concat(
                        IntStream.of(shown),
                        IntStream.of(pass.gathered().left()).filter(row -> all || row <= shown[shown.length - 1]))
                .sorted()
                .distinct()
                .toArray();
        walker.walk(wanted, pass.view(), rows, new Strict(), tell);
    }

    /**
     * The rows of a line of points; empty where only walking all of them tells.
     *
     * @param gathering takes what the rows are worth; of no use where nothing is answered
     * @param action what is done at the rows that are walked all the same
     * @param tell where the rows are told: tells of the row that is at hand, which counts for nothing else
     */
    Optional<RowWalker.Walk> points(
            LineRows line,
            RowWalker.Wanted wanted,
            Gathering gathering,
            RowWalker.AtRow action,
            Optional<RowWalker.AtRow> tell) {
        if (tell.isPresent() && !tells()) {
            return Optional.empty();
        }
        RowWalker.Keys none = new RowWalker.Keys(List.of(), List.of(), new Strict());
        Optional<ColumnPasses.Pass> sum = passes.of(line.sum(), none);
        Optional<Gathered> ends =
                sum.flatMap(any -> passes.of(line.ends(), none)).map(ColumnPasses.Pass::gathered);
        if (ends.isEmpty()) {
            return Optional.empty();
        }
        ColumnPasses.Pass pass = sum.get();
        Gathered gathered = pass.gathered();
        boolean rests = !pass.rests().equals(Provenance.exact());
        if (rests && (gathered.count() == 0 || hasBranches(line.sum()))) {
            return Optional.empty();
        }
        Strict needed = new Strict();
        needed.take(pass.view().provenance());
        needed.take(pass.rests());
        RowWalker.Walk left = walker.walk(wanted, pass.view(), gathered.left(), needed, action);
        if (needed.hasFailed()) {
            return Optional.empty();
        }
        try {
            gathering.add(gathered, Optional.empty());
            if (gathered.count() > 0) {
                gathering.widen(
                        Quantity.canonical(ends.get().totals().least(), line.unit()),
                        Quantity.canonical(ends.get().totals().most(), line.unit()));
            }
            gathering.reckon(Optional.empty());
        } catch (NumberException onlyRowsTell) {
            return Optional.empty();
        }
        if (gathering.isSure()) {
            tell.ifPresent(each -> tell(wanted, pass, each));
        }
        long passed = left.passed() + gathered.count();
        return gathering.isSure()
                ? Optional.of(new RowWalker.Walk(
                        Optional.of(pass.view()), pass.seen(), passed, left.missing(), left.leftOut(), needed))
                : Optional.empty();
    }

    /** Why the first row is left out that lacks a value: one skipped by column, or one before it that was walked. */
    private Optional<Outcome> firstLeftOut(Aggregation term, TableView view, int[] walked, int skipped) {
        int[] before = IntStream.concat(IntStream.of(walked).filter(row -> row < skipped), IntStream.of(skipped))
                .toArray();
        Gathering none = new Gathering(term.aggregate());
        return walker.walk(RowWalker.wanted(term), view, before, new Strict(), at -> walker.contribution(term, none))
                .leftOut();
    }

    /** Whether some part of it is not needed at every row: then what it rests on depends on the rows. */
    private static boolean hasBranches(Aggregation term) {
        List<Term> open = new ArrayList<>(term.values());
        term.where().ifPresent(open::add);
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            if (next instanceof Conditional
                    || next instanceof Excepted
                    || next instanceof Logic
                    || next instanceof Fallback
                    || next instanceof Let
                    || next instanceof Comparison comparison
                            && comparison.links().size() > 1) {
                return true;
            }
            open.addAll(Subterms.of(next));
        }
        return false;
    }
}
