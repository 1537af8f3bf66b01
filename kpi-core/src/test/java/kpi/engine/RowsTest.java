package kpi.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.Aggregate;
import kpi.model.Aggregation;
import kpi.model.Arithmetic;
import kpi.model.ColumnTerm;
import kpi.model.Comparison;
import kpi.model.Constant;
import kpi.model.Definition;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.GroupKey;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiPart;
import kpi.model.Relation;
import kpi.model.RowFigure;
import kpi.model.Term;
import kpi.model.Within;
import kpi.source.Place;
import kpi.source.Span;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Type;
import org.junit.jupiter.api.Test;

/** Evaluating at a row, in a group, and over the rows of a KPI. */
class RowsTest {
    private static final Span SPAN = World.span("列");
    private static final Type NUMBER = Type.measure(Units.NUMBER.dimension());
    private static final Type RATIO = Type.measure(Dimension.RATIO);
    private static final Term N = new ColumnTerm(SPAN, "T", "n", NUMBER);
    private static final Term NAME = new ColumnTerm(SPAN, "T", "名", Type.TEXT);

    private final Map<String, FakeKpi> kpis = new HashMap<>();
    private final World world = new World()
            .table("T", "名: text, 區: text, n: number", "甲 | 東 | 1", "乙 | 西 | 2", "丙 | 東 | 4", "丁 | | 8", "戊 | 西 |")
            .table("U", "名: text, m: number", "甲 | 10", "乙 | 20", "乙 | 30");

    private static Term aggregate(Aggregate aggregate, String table, Optional<Term> value, Within... within) {
        return new Aggregation(SPAN, aggregate, table, List.of(within), Optional.empty(), value, NUMBER);
    }

    private static Term sum(Term value, Within... within) {
        return aggregate(Aggregate.SUM, "T", Optional.of(value), within);
    }

    private static Term plus(Term left, Term right) {
        return new Arithmetic(SPAN, Arithmetic.Operator.ADD, SPAN, left, right, NUMBER);
    }

    private static Term over(Term left, Term right) {
        return new Arithmetic(SPAN, Arithmetic.Operator.DIVIDE, SPAN, left, right, RATIO);
    }

    private Scope.Builder scope() {
        return Scope.builder(World.Y109).facts(world).figures(new Figures());
    }

    private String atRow(Term term, int row) {
        return World.shown(evaluate(term, scope().row(table(), row)));
    }

    private static Outcome evaluate(Term term, Scope.Builder scope) {
        return ReferenceEngine.evaluate(term, scope.build());
    }

    private kpi.data.Table table() {
        return world.table("T").orElseThrow();
    }

    private String inGroup(Term term, String column, String key) {
        return World.shown(evaluate(term, scope().group(Map.of(column, new Text(key)))));
    }

    @Test
    void aCellIsOfTheRowThatIsEvaluated() {
        assertEquals("1", atRow(N, 0));
        assertEquals("4", atRow(N, 2));
        assertEquals("missing: not reported", atRow(N, 4));
        assertThrows(KpiUsageException.class, () -> evaluate(N, scope()));
    }

    @Test
    void insideAnAggregateItIsOfTheAggregatesRow() {
        Term filtered = new Aggregation(
                SPAN,
                Aggregate.SUM,
                "T",
                Optional.of(new Comparison(
                        SPAN,
                        new ColumnTerm(SPAN, "T", "名", Type.TEXT),
                        List.of(new Comparison.Link(Relation.NOT_EQUAL, SPAN, text("戊"))))),
                Optional.of(N),
                NUMBER);
        assertEquals("16", atRow(plus(N, filtered), 0));
        assertEquals("19", atRow(plus(N, filtered), 2));
    }

    private static Term text(String text) {
        return new Constant(SPAN, new Text(text), Type.TEXT, text);
    }

    @Test
    void aNameIsOfTheRowThatIsEvaluatedEvenInsideAnAggregate() {
        Definition own = new Definition("own", N, SPAN);
        Term count = aggregate(Aggregate.SUM, "T", Optional.of(new DefinitionTerm(SPAN, own)));
        assertEquals("5", atRow(count, 0));
        assertEquals("20", atRow(count, 2));
    }

    @Test
    void withinAColumnOnlyRowsThatAgreeAreSeen() {
        Within district = new Within("區", new ColumnTerm(SPAN, "T", "區", Type.TEXT));
        assertEquals("5", atRow(sum(N, district), 0));
        assertEquals("5", atRow(sum(N, district), 2));
        assertEquals("missing: not reported", atRow(sum(N, district), 1), "戊 of the same district has no n");
        assertEquals("missing: not reported", atRow(sum(N, district), 3), "without a district there is none like it");
        assertEquals("2", atRow(aggregate(Aggregate.COUNT, "T", Optional.empty(), district), 4));
        Within nowhere = new Within("區", text("南"));
        assertEquals("0", atRow(sum(N, nowhere), 0));
        assertEquals("failed: no-rows", atRow(aggregate(Aggregate.MAX, "T", Optional.of(N), nowhere), 0));
    }

    @Test
    void aGroupSeesOnlyItsRows() {
        assertEquals("5", inGroup(sum(N), "區", "東"));
        assertEquals("2", inGroup(aggregate(Aggregate.COUNT, "T", Optional.empty()), "區", "西"));
        assertEquals("0", inGroup(sum(N), "區", "南"));
        Term m = new ColumnTerm(SPAN, "U", "m", NUMBER);
        Term others = aggregate(Aggregate.SUM, "U", Optional.of(m));
        assertEquals("60", inGroup(others, "區", "東"), "U has no such column");
        assertEquals("1/12", inGroup(over(sum(N), others), "區", "東"));
        Within name = new Within("名", text("丙"));
        assertEquals("4", inGroup(sum(N, name), "區", "東"));
        assertEquals("0", inGroup(sum(N, name), "區", "西"));
    }

    @Test
    void aKeyIsTheGroupsValue() {
        Term key = new GroupKey(SPAN, "區", Type.TEXT);
        Term isEast = new Comparison(SPAN, key, List.of(new Comparison.Link(Relation.EQUAL, SPAN, text("東"))));
        assertEquals("true", inGroup(isEast, "區", "東"));
        assertEquals("false", inGroup(isEast, "區", "西"));
        assertThrows(KpiUsageException.class, () -> inGroup(key, "名", "甲"));
    }

    @Test
    void aJoinFindsTheOneRowWithTheKeys() {
        Term joined = new JoinedColumn(SPAN, "U", "m", List.of("名"), List.of(NAME), NUMBER);
        assertEquals("10", atRow(joined, 0));
        assertEquals("failed: several-rows", atRow(joined, 1));
        Outcome none = evaluate(joined, scope().row(table(), 2));
        LocalText reason = assertInstanceOf(Outcome.Missing.class, none).reason();
        assertEquals("「U」沒有「名 = 丙」的列", reason.zh());
        assertEquals("“U” has no row for 名 = 丙", reason.en());
        Term elsewhere = new JoinedColumn(SPAN, "V", "m", List.of("名"), List.of(NAME), NUMBER);
        assertEquals("missing: not reported", atRow(elsewhere, 0));
        Term district = new ColumnTerm(SPAN, "T", "區", Type.TEXT);
        Term byDistrict = new JoinedColumn(SPAN, "U", "m", List.of("名"), List.of(district), NUMBER);
        assertEquals("missing: not reported", atRow(byDistrict, 3), "the key itself is missing");
    }

    @Test
    void severalRowsAreNamedWithTheKeyAndTheirPlaces() {
        Term joined = new JoinedColumn(SPAN, "U", "m", List.of("名"), List.of(NAME), NUMBER);
        Outcome two = evaluate(joined, scope().row(table(), 1));
        Problem problem = assertInstanceOf(Outcome.Failed.class, two).problem();
        assertEquals("要查一列，但「U」有多列「名 = 乙」。", problem.message(Language.ZH_TW));
        assertEquals("Several rows of “U” have 名 = 乙, where one is looked up.", problem.message(Language.EN));
        assertEquals(
                List.of(3L, 4L),
                problem.related().stream()
                        .map(related -> related.place().cell().orElseThrow().row())
                        .toList());
    }

    @Test
    void aRowOfAKpiWithoutItsFigureIsLeftOutAndTheResultIsPartial() {
        kpis.put("K", new FakeKpi(List.of(number("3"), missing(), number("4"))));
        Term figure = new RowFigure(SPAN, "K", KpiPart.ACTUAL, NUMBER);
        Outcome sum = evaluate(aggregate(Aggregate.SUM, "K", Optional.of(figure)), scope());
        assertEquals("7", World.shown(sum));
        assertTrue(sum.provenance().partial());
        assertEquals("2", World.shown(evaluate(aggregate(Aggregate.COUNT, "K", Optional.empty()), scope())));
        Term big = new Comparison(SPAN, figure, List.of(new Comparison.Link(Relation.GREATER, SPAN, one())));
        Term counted = new Aggregation(SPAN, Aggregate.COUNT, "K", Optional.of(big), Optional.empty(), NUMBER);
        assertEquals("2", World.shown(evaluate(counted, scope())));
    }

    private static Term one() {
        return new Constant(SPAN, Quantity.of("1", Units.NUMBER), NUMBER, "1");
    }

    @Test
    void ofRowsThatAllLackTheirFigureThereIsNoSum() {
        kpis.put("K", new FakeKpi(List.of(missing(), missing())));
        Term figure = new RowFigure(SPAN, "K", KpiPart.ACTUAL, NUMBER);
        for (Aggregate aggregate : List.of(Aggregate.SUM, Aggregate.AVERAGE, Aggregate.MIN)) {
            Term term = aggregate(aggregate, "K", Optional.of(figure));
            assertEquals("missing: not reported", World.shown(evaluate(term, scope())));
        }
        assertEquals("0", World.shown(evaluate(aggregate(Aggregate.COUNT, "K", Optional.empty()), scope())));
        kpis.put("K", new FakeKpi(List.of()));
        assertEquals("0", World.shown(evaluate(aggregate(Aggregate.SUM, "K", Optional.of(figure)), scope())));
    }

    @Test
    void aRowThatFailedMakesTheAggregateFail() {
        Outcome failed = world.evaluate("1 / 0");
        kpis.put("K", new FakeKpi(List.of(number("3"), failed)));
        Term figure = new RowFigure(SPAN, "K", KpiPart.ACTUAL, NUMBER);
        Term sum = aggregate(Aggregate.SUM, "K", Optional.of(figure));
        assertEquals("failed: division-by-zero", World.shown(evaluate(sum, scope())));
        Term count = aggregate(Aggregate.COUNT, "K", Optional.empty());
        assertEquals("failed: division-by-zero", World.shown(evaluate(count, scope())));
    }

    @Test
    void aMissingCellOfAKpisTableIsNoMissingFigure() {
        kpis.put("K", new FakeKpi(List.of(number("3"), number("4"))));
        Term cell = new ColumnTerm(SPAN, "K", "缺", NUMBER);
        assertEquals(
                "missing: not reported",
                World.shown(evaluate(aggregate(Aggregate.SUM, "K", Optional.of(cell)), scope())));
    }

    @Test
    void aFigureOfAnotherKpiIsFoundByItsKeys() {
        kpis.put("K", new FakeKpi(List.of(number("3"), missing(), number("4"))));
        Term second = new JoinedFigure(SPAN, "K", KpiPart.ACTUAL, List.of("列"), List.of(text("2")), NUMBER);
        Term third = new JoinedFigure(SPAN, "K", KpiPart.ACTUAL, List.of("列"), List.of(text("3")), NUMBER);
        Term fourth = new JoinedFigure(SPAN, "K", KpiPart.ACTUAL, List.of("列"), List.of(text("4")), NUMBER);
        assertEquals("missing: not reported", World.shown(evaluate(second, scope())));
        assertEquals("4", World.shown(evaluate(third, scope())));
        assertEquals("missing: not reported", World.shown(evaluate(fourth, scope())));
        kpis.put("L", new FakeKpi(List.of(), Optional.of(world.evaluate("1 / 0"))));
        Term broken = new JoinedFigure(SPAN, "L", KpiPart.ACTUAL, List.of("列"), List.of(text("2")), NUMBER);
        assertEquals("failed: division-by-zero", World.shown(evaluate(broken, scope())));
    }

    /** What is the same at many rows is computed once for them: each cell is read only so often. */
    @Test
    void whatManyRowsShareIsComputedOnce() {
        assertTrue(reads(Optional.empty()) < 5 * 300);
    }

    @Test
    void soItIsForAListenerThatOnlyCountsRows() {
        List<String> told = new ArrayList<>();
        Listener counts = new Listener() {
            @Override
            public boolean wantsRows() {
                return false;
            }

            @Override
            public void rows(Aggregation term, long passed, long leftOut) {
                told.add(passed + " " + leftOut);
            }

            @Override
            public void row(Aggregation term, int row, Place place, Outcome value) {
                told.add("row " + row);
            }
        };
        assertTrue(reads(Optional.of(counts)) < 5 * 300);
        assertEquals(
                IntStream.range(0, 300)
                        .boxed()
                        .flatMap(i -> List.of("100 0", "300 0").stream())
                        .toList(),
                told);
        List<Integer> rows = new ArrayList<>();
        Listener each = new Listener() {
            @Override
            public void row(Aggregation term, int row, Place place, Outcome value) {
                rows.add(row);
            }
        };
        assertTrue(reads(Optional.of(each)) > 300 * 300, "each row is told, so each is walked");
        assertEquals(300 * 400, rows.size());
    }

    /** How often cells and figures are read to evaluate a share at each of 300 rows. */
    private int reads(Optional<Listener> listener) {
        int size = 300;
        List<Outcome> actuals =
                IntStream.range(0, size).mapToObj(i -> number("1")).toList();
        CountingView view = new CountingView(new View("K", actuals));
        FigureSource figures = new FigureSource() {
            @Override
            public Outcome figure(String kpi, Facet facet) {
                return world.figure(kpi, facet);
            }

            @Override
            public Outcome own(Facet facet) {
                return world.own(facet);
            }

            @Override
            public Optional<KpiRows> rows(String kpi) {
                return Optional.of(new KpiRows.Rows(view));
            }
        };
        Within third = new Within("三", new ColumnTerm(SPAN, "K", "三", Type.TEXT));
        Term figure = new RowFigure(SPAN, "K", KpiPart.ACTUAL, NUMBER);
        Term share = over(
                aggregate(Aggregate.SUM, "K", Optional.of(figure), third),
                aggregate(Aggregate.SUM, "K", Optional.of(figure)));
        RowCache cache = new RowCache();
        for (int i = 0; i < size; i++) {
            Scope.Builder scope =
                    Scope.builder(World.Y109).figures(figures).row(view, i).rows(cache);
            listener.ifPresent(scope::listener);
            assertEquals("1/3", World.shown(ReferenceEngine.evaluate(share, scope.build())));
        }
        return view.reads;
    }

    private static Outcome number(String value) {
        return Outcome.of(Quantity.of(value, Units.NUMBER));
    }

    private static Outcome missing() {
        return new Outcome.Missing(
                Absence.NOT_REPORTED, new LocalText("未填", "not there"), Place.input("x"), Provenance.exact());
    }

    /** A KPI with the given actuals, each row named by its number from 1 in the column 列. */
    private record FakeKpi(List<Outcome> actuals, Optional<Outcome> broken) {
        FakeKpi(List<Outcome> actuals) {
            this(actuals, Optional.empty());
        }
    }

    private final class Figures implements FigureSource {
        @Override
        public Outcome figure(String kpi, Facet facet) {
            return world.figure(kpi, facet);
        }

        @Override
        public Outcome own(Facet facet) {
            return world.own(facet);
        }

        @Override
        public Optional<KpiRows> rows(String kpi) {
            return Optional.ofNullable(kpis.get(kpi))
                    .map(found -> found.broken()
                            .<KpiRows>map(KpiRows.Absent::new)
                            .orElseGet(() -> new KpiRows.Rows(new View(kpi, found.actuals()))));
        }
    }

    private record View(String name, List<Outcome> actuals) implements RowView {
        @Override
        public int[] rows() {
            return IntStream.range(0, actuals.size()).toArray();
        }

        @Override
        public boolean has(String column) {
            return List.of("列", "三", "缺").contains(column);
        }

        @Override
        public Outcome cell(int row, String column) {
            return switch (column) {
                case "列" -> Outcome.of(new Text(Integer.toString(row + 1)));
                case "三" -> Outcome.of(new Text(Integer.toString(row % 3)));
                default -> missing();
            };
        }

        @Override
        public Optional<KpiUnit> unit(String column) {
            return Optional.empty();
        }

        @Override
        public Place place(int row) {
            return Place.cell(name, "", row + 1L, "列", "");
        }

        @Override
        public Provenance provenance() {
            return Provenance.exact();
        }

        @Override
        public boolean hasFigures() {
            return true;
        }

        @Override
        public Outcome figure(int row, KpiPart part) {
            return actuals.get(row);
        }
    }

    /** Counts how often rows are read. */
    private static final class CountingView implements RowView {
        private final RowView view;
        private int reads;

        CountingView(RowView view) {
            this.view = view;
        }

        @Override
        public String name() {
            return view.name();
        }

        @Override
        public int[] rows() {
            return view.rows();
        }

        @Override
        public boolean has(String column) {
            return view.has(column);
        }

        @Override
        public Outcome cell(int row, String column) {
            reads++;
            return view.cell(row, column);
        }

        @Override
        public Optional<KpiUnit> unit(String column) {
            return view.unit(column);
        }

        @Override
        public Place place(int row) {
            return view.place(row);
        }

        @Override
        public Provenance provenance() {
            return view.provenance();
        }

        @Override
        public boolean hasFigures() {
            return view.hasFigures();
        }

        @Override
        public Outcome figure(int row, KpiPart part) {
            reads++;
            return view.figure(row, part);
        }
    }
}
