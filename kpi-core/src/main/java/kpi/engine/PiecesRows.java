package kpi.engine;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.data.RowCopy;
import kpi.diagnostic.StopSignal;
import kpi.engine.pieces.AbsentRow;
import kpi.engine.pieces.Kept;
import kpi.engine.pieces.RowsState;
import kpi.engine.pieces.Section;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.PointItem;
import kpi.number.Exact;
import kpi.number.NumberException;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/**
 * The rows of a dataset in a period, of which there is what was kept when they were gathered in pieces. Aggregates and
 * lines of points that need no more have the outcome that they have of the rows themselves; all else fails, and says why.
 */
public final class PiecesRows {
    private final PiecesPlan plan;
    private final Section section;
    private final TableView told;
    private final Map<Long, Integer> rows = new HashMap<>();

    /** @param provenance what the rows as a whole rest on */
    public PiecesRows(PiecesPlan plan, RowsState state, Section section, Provenance provenance) {
        this.plan = Objects.requireNonNull(plan, "plan");
        this.section = Objects.requireNonNull(section, "section");
        List<RowCopy> copies = new ArrayList<>();
        state.told().forEach((number, copy) -> {
            rows.put(number, copies.size());
            copies.add(copy);
        });
        TableView all = TableView.all(RowCopy.table(plan.schema(), copies).orElseThrow());
        this.told = new TableView(all.table(), all.selected(), provenance);
    }

    /** No rows: they were gathered for other periods. */
    public static RowSet ofAnotherPeriod(String table, ReportingPeriod period) {
        return new RowSet.Refused(
                new Outcome.Failed(EvaluationProblems.periodNotKept(table, period), Provenance.exact()));
    }

    /** Whether rows that are not at hand have all these columns. */
    public static boolean hasAll(RowSet rows, List<String> columns) {
        return rows instanceof RowSet.InPieces pieces && RowCache.hasAll(pieces.rows().told, columns);
    }

    /** The reason why a KPI has no rows, naming it where they are not at hand. */
    public static Outcome neededBy(String kpi, Span span, Outcome why) {
        return why instanceof Outcome.Failed failed && failed.problem().kind() == EvaluationCode.ROWS_NOT_KEPT
                ? failed.problem()
                        .place()
                        .cell()
                        .<Outcome>map(cell -> new Outcome.Failed(
                                EvaluationProblems.rowsNotKept(kpi, span, cell.table()), why.provenance()))
                        .orElse(why)
                : why;
    }

    /** How many rows there are. */
    public long seen() {
        return section.seen();
    }

    /** Why rows of the dataset cannot be had where an aggregate over all of them is no answer. */
    Outcome refused() {
        return new Outcome.Failed(EvaluationProblems.rowsNotKept(plan.schema().name()), Provenance.exact());
    }

    /** What the rows come to; a problem where that is not kept. */
    AggregateOutcome outcome(Aggregation term, RowWalker walker, Scope scope) {
        Optional<Integer> place = plan.place(term).filter(any -> !isOfGroup(scope));
        if (place.isEmpty()) {
            return without(term, new Outcome.Failed(EvaluationProblems.rowsNotKept(term), Provenance.exact()), walker);
        }
        Kept kept = section.kept().get(place.get());
        if (kept.full()) {
            return without(
                    term,
                    new Outcome.Failed(EvaluationProblems.tooManyKept(term, plan.mostValues()), Provenance.exact()),
                    walker);
        }
        Gathering gathering = new Gathering(term.aggregate(), StopSignal.of(scope.stop()));
        Strict needed = new Strict();
        needed.take(told.provenance());
        needed.take(marks(kept));
        int[] absent = kept.absent().stream().mapToInt(this::index).toArray();
        walker.walk(RowWalker.wanted(term), told, absent, needed, row -> walker.contribution(term, gathering));
        try {
            gathering.add(kept, plan.unit(place.get()));
        } catch (NumberException tooLarge) {
            List<Quantity> extremes = gathering.extremes(Outcomes.number(Exact.ZERO, term.type()));
            return without(
                    term,
                    new Outcome.Failed(
                            EvaluationProblems.sum(tooLarge, term.span(), term.aggregate(), extremes, walker.place()),
                            needed.provenance()),
                    walker);
        }
        if (!kept.first().isSure() || !kept.second().isSure() || !gathering.isSure()) {
            return without(term, new Outcome.Failed(EvaluationProblems.rowsNotKept(term), Provenance.exact()), walker);
        }
        Optional<Outcome> leftOut = kept.firstLeftOut().flatMap(row -> leftOut(term, row, walker));
        RowWalker.Walk walk =
                new RowWalker.Walk(Optional.of(told), section.seen(), kept.passed(), kept.leftOut(), leftOut, needed);
        return new AggregateOutcome(term, gathering, walk, walker.place());
    }

    /**
     * What the rows of a line of points come to; empty where that is not kept.
     *
     * @param gathering takes what the rows are worth; of no use where nothing is answered
     * @param action what is done at the rows that tell why there is no figure
     */
    Optional<RowWalker.Walk> points(
            PointItem item, RowWalker.Wanted wanted, Asker of, Gathering gathering, RowWalker.AtRow action) {
        Optional<LineRows> line = plan.line(item, of.unit()).filter(any -> !isOfGroup(of.scope()));
        if (line.isEmpty()) {
            return Optional.empty();
        }
        Kept sum = kept(line.get().sum());
        Kept ends = kept(line.get().ends());
        Strict needed = new Strict();
        needed.take(told.provenance());
        needed.take(marks(sum));
        int[] absent = sum.absent().stream().mapToInt(this::index).toArray();
        of.walker().walk(wanted, told, absent, needed, action);
        if (sum.failed() != needed.hasFailed() || !sum.first().isSure()) {
            return Optional.empty();
        }
        if (needed.isComplete()) {
            try {
                gathering.add(sum, Optional.of(of.unit()));
                widen(gathering, ends, of.unit());
            } catch (NumberException tooLarge) {
                widen(gathering, ends, of.unit());
                List<Quantity> extremes = gathering.extremes(Quantity.canonical(Exact.ZERO, of.unit()));
                needed.take(new Outcome.Failed(
                        EvaluationProblems.sum(
                                tooLarge,
                                item.span(),
                                Aggregate.SUM,
                                extremes,
                                of.walker().place()),
                        needed.provenance()));
            }
        }
        return gathering.isSure()
                ? Optional.of(new RowWalker.Walk(
                        Optional.of(told), section.seen(), sum.passed(), sum.leftOut(), Optional.empty(), needed))
                : Optional.empty();
    }

    /** Who asks for a line of points, and in which unit. */
    record Asker(KpiUnit unit, RowWalker walker, Scope scope) {}

    private static void widen(Gathering gathering, Kept ends, KpiUnit unit) {
        if (ends.least().isPresent() && ends.most().isPresent()) {
            gathering.widen(
                    Quantity.canonical(ends.least().get(), unit),
                    Quantity.canonical(ends.most().get(), unit));
        }
    }

    private Kept kept(Aggregation term) {
        return section.kept().get(plan.place(term).orElseThrow());
    }

    /** Whether only rows of the group are seen. */
    private boolean isOfGroup(Scope scope) {
        return !scope.group().isEmpty() && RowCache.hasAll(told, scope.group().keySet());
    }

    private AggregateOutcome without(Aggregation term, Outcome why, RowWalker walker) {
        RowWalker.Walk walk =
                new RowWalker.Walk(Optional.of(told), section.seen(), 0, 0, Optional.empty(), Strict.of(why));
        return new AggregateOutcome(term, new Gathering(term.aggregate()), walk, walker.place());
    }

    private static Provenance marks(Kept kept) {
        Provenance exact = Provenance.exact();
        Provenance marked = kept.marks().approximate() ? exact.asApproximate() : exact;
        return kept.marks().partial() ? marked.asPartial() : marked;
    }

    private int index(AbsentRow row) {
        return index(row.row());
    }

    private int index(long row) {
        return Objects.requireNonNull(rows.get(row), "row");
    }

    private Optional<Outcome> leftOut(Aggregation term, long row, RowWalker walker) {
        Gathering none = new Gathering(term.aggregate());
        return walker.walk(
                        RowWalker.wanted(term),
                        told,
                        new int[] {index(row)},
                        new Strict(),
                        at -> walker.contribution(term, none))
                .leftOut();
    }
}
