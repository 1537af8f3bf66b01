package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import kpi.data.RowCopy;
import kpi.data.Table;
import kpi.engine.pieces.RowsState;
import kpi.engine.pieces.Section;
import kpi.engine.pieces.StateReader;
import kpi.engine.pieces.StateText;
import kpi.model.ActualRule;
import kpi.model.Aggregation;
import kpi.model.InputDefinition;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.unit.Units;
import kpi.value.ReportingPeriod;

/** Evaluates a term of a table that was cut into pieces, whose states were merged in any order. */
final class PiecesRoute {
    private static final long MOST = 1_000_000;

    private final Table table;
    private final Random random;

    PiecesRoute(Table table, long seed) {
        this.table = table;
        this.random = new Random(seed);
    }

    static List<Aggregation> aggregations(Term root) {
        List<Term> open = new ArrayList<>(List.of(root));
        List<Aggregation> found = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            if (open.get(i) instanceof Aggregation aggregation) {
                found.add(aggregation);
            }
            open.addAll(Subterms.of(open.get(i)));
        }
        return found;
    }

    PiecesPlan plan(Term term) {
        return new PiecesPlan(table.schema(), aggregations(term), List.of(), MOST);
    }

    PiecesPlan plan(ActualRule.Points rule) {
        return new PiecesPlan(table.schema(), List.of(), lines(rule), MOST);
    }

    static List<SharedScans.Line> lines(ActualRule.Points rule) {
        return rule.items().stream()
                .map(item -> new SharedScans.Line(item, Units.POINTS))
                .toList();
    }

    RowsState state(PiecesPlan plan, ColumnChoice columns) {
        List<RowsState> states = new ArrayList<>(List.of(RowsState.NOTHING));
        int from = 0;
        while (from < table.rows()) {
            int to = Math.min(table.rows(), from + 1 + random.nextInt(Math.max(1, table.rows() / 3)));
            states.add(piece(plan, columns, from, to));
            from = to;
        }
        Collections.shuffle(states, random);
        while (states.size() > 1) {
            int at = random.nextInt(states.size() - 1);
            states.set(at, states.get(at).merged(states.remove(at + 1), plan.keepings()));
        }
        return resumed(plan, states.get(0));
    }

    /** Written down and read again. */
    static RowsState resumed(PiecesPlan plan, RowsState state) {
        StateReader.Read read =
                StateReader.read(StateText.write(state, "print"), "print", plan.schema(), 1, plan.functions());
        RowsState again = assertInstanceOf(StateReader.Read.Good.class, read).state();
        assertEquals(state, again);
        return again;
    }

    private RowsState piece(PiecesPlan plan, ColumnChoice columns, int from, int to) {
        List<RowCopy> rows = new ArrayList<>();
        for (int row = from; row < to; row++) {
            rows.add(RowCopy.of(table, row));
        }
        Table piece = RowCopy.table(table.schema(), rows).orElseThrow();
        PieceScan scan = new PieceScan(plan, piece, from, columns, () -> false);
        BitSet all = new BitSet();
        all.set(0, piece.rows());
        List<Section> sections = List.of(scan.section(all));
        NavigableMap<Long, RowsState.Run> runs = new TreeMap<>();
        runs.put((long) from, new RowsState.Run(to, sections));
        return new RowsState(runs, piece.rows(), 0, new TreeSet<>(), 0, scan.told(sections));
    }

    /** The outcome from what is kept. */
    Outcome evaluate(World world, Term term, PiecesPlan plan, RowsState state, Optional<Listener> listener) {
        Scope.Builder scope = scope(world, plan, state);
        listener.ifPresent(scope::listener);
        return ReferenceEngine.evaluate(term, scope.build());
    }

    /** The points from what is kept. */
    PointsOutcome points(World world, ActualRule.Points rule, PiecesPlan plan, RowsState state, ColumnChoice columns) {
        return ReferenceEngine.points(
                rule, Units.POINTS, scope(world, plan, state).columns(columns).build());
    }

    private static Scope.Builder scope(World world, PiecesPlan plan, RowsState state) {
        Section section = state.runs().isEmpty()
                ? new Section(
                        0,
                        plan.codes().stream()
                                .map(any -> kpi.engine.pieces.Kept.NOTHING)
                                .toList())
                : state.sections(plan.keepings()).get(0);
        RowSet rows = new RowSet.InPieces(new PiecesRows(plan, state, section, Provenance.exact()));
        FactSource facts = new FactSource() {
            @Override
            public Outcome input(InputDefinition input, ReportingPeriod period) {
                return world.input(input, period);
            }

            @Override
            public RowSet rows(String name, ReportingPeriod period) {
                return rows;
            }
        };
        return Scope.builder(World.Y109).facts(facts).figures(world);
    }
}
