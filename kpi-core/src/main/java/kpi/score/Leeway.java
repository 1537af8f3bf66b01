package kpi.score;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.Column;
import kpi.data.Datum;
import kpi.data.DecimalColumn;
import kpi.engine.RowSet;
import kpi.engine.RowView;
import kpi.engine.TableView;
import kpi.model.InputDefinition;
import kpi.model.KpiReferences;
import kpi.model.KpiVersion;
import kpi.number.Exact;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/**
 * What is behind a figure, and how far each of it may be from its print: inputs, and cells of datasets. A number lies within
 * half a unit of its last printed digit; whole numbers of a base unit are exact, since nobody rounds 226,157 人 to the person.
 *
 * <p>Every cell has its own interval. To try numbers, the cells of one row move each by itself, all others of a column
 * together: that is enough for what rises or falls with each of them.
 */
final class Leeway {
    /** A value of just under half a unit more still rounds down to the print. */
    private static final Exact JUST_UNDER = Exact.ONE.minus(Exact.of(1, 9));

    private static final Exact HALF = Exact.of(5, 1);

    /** What is moved as one when numbers are tried. */
    private sealed interface Part {
        record Stated(PrintedQuantity printed) implements Part {}

        record OfInput(InputDefinition input) implements Part {}

        record OfCell(Cell cell) implements Part {}

        record OfColumn(String table, String column) implements Part {}
    }

    private record Cell(String table, int row, String column) {}

    private final ReportingPeriod period;
    private final List<Part> parts = new ArrayList<>();
    private final List<Interval> shares = new ArrayList<>();
    private final Map<InputDefinition, PrintedQuantity> inputs = new IdentityHashMap<>();
    private final Map<String, Map<String, DecimalColumn>> columns = new HashMap<>();
    private long rows;

    private Leeway(ReportingPeriod period) {
        this.period = period;
    }

    /** What a version reads; {@code own} is the row it is evaluated at, and {@code not} a column that is only compared. */
    static Leeway of(
            KnownFacts known, KpiVersion version, ReportingPeriod period, Optional<RowAt> own, Optional<String> not) {
        Leeway leeway = new Leeway(period);
        for (InputDefinition input : version.inputs()) {
            known.datum(input, period).flatMap(Datum::quantity).ifPresent(printed -> leeway.add(input, printed));
        }
        KpiReferences.cells(version).forEach((table, names) -> {
            if (known.rows(table, period) instanceof RowSet.Rows found) {
                leeway.add(TableView.of(found), names, own, not);
            }
        });
        return leeway;
    }

    /** A stated figure alone. */
    static Leeway of(PrintedQuantity stated, ReportingPeriod period) {
        Leeway leeway = new Leeway(period);
        if (!isExact(stated)) {
            leeway.add(new Part.Stated(stated));
        }
        return leeway;
    }

    /** The numbers that the stated figure may be. */
    Interval stated() {
        return share(closed(((Part.Stated) parts.get(0)).printed()), shares.get(0));
    }

    /** What the stated figure is at a share of what its print allows. */
    Exact stated(List<Exact> at) {
        return at(((Part.Stated) parts.get(0)).printed(), at.get(0));
    }

    static boolean isExact(PrintedQuantity printed) {
        return printed.resolution().equals(Exact.ONE);
    }

    private void add(InputDefinition input, PrintedQuantity printed) {
        if (!isExact(printed)) {
            inputs.put(input, printed);
            add(new Part.OfInput(input));
        }
    }

    private void add(TableView view, Set<String> names, Optional<RowAt> own, Optional<String> not) {
        Optional<Integer> ownRow = own.filter(row -> row.base() instanceof RowBase.OfRows base
                        && base.view().name().equals(view.name()))
                .map(row -> ((RowBase.OfRows) row.base()).rows()[row.index()]);
        boolean others = own.isEmpty() || ownRow.isEmpty() || own.get().walks(view.name());
        for (String name : names) {
            Column column = view.table().column(name);
            boolean moves =
                    column instanceof DecimalColumn numbers && !not.equals(Optional.of(name)) && numbers.mayBeRounded();
            if (moves) {
                columns.computeIfAbsent(view.name(), any -> new HashMap<>()).put(name, (DecimalColumn) column);
                ownRow.map(row -> new Cell(view.name(), row, name))
                        .filter(cell -> printed(cell).isPresent())
                        .ifPresent(cell -> add(new Part.OfCell(cell)));
                if (others) {
                    add(new Part.OfColumn(view.name(), name));
                    rows += view.selected().cardinality();
                }
            }
        }
    }

    private void add(Part part) {
        parts.add(part);
        shares.add(new Interval(Exact.ZERO, Exact.ONE));
    }

    boolean isEmpty() {
        return parts.isEmpty();
    }

    /** How many numbers are tried for at once. */
    int size() {
        return parts.size();
    }

    /** What it costs to move everything once. */
    long cost() {
        return 1 + rows;
    }

    /** The numbers that an input may be; empty if it is exact, or missing. */
    Optional<Interval> input(InputDefinition input) {
        return Optional.ofNullable(inputs.get(input))
                .map(printed -> share(closed(printed), shares.get(parts.indexOf(new Part.OfInput(input)))));
    }

    /** Whether cells of a column may be other numbers. */
    boolean moves(String table, String column) {
        return columns.getOrDefault(table, Map.of()).containsKey(column);
    }

    boolean moves(InputDefinition input) {
        return inputs.containsKey(input);
    }

    /** The numbers that a cell may be; empty if it is exact, or missing. */
    Optional<Interval> cell(String table, int row, String column) {
        Cell cell = new Cell(table, row, column);
        int part = parts.indexOf(new Part.OfCell(cell));
        return printed(cell).map(Leeway::closed).map(whole -> part < 0 ? whole : share(whole, shares.get(part)));
    }

    private Optional<PrintedQuantity> printed(Cell cell) {
        DecimalColumn column = columns.getOrDefault(cell.table(), Map.of()).get(cell.column());
        return column == null || column.isMissing(cell.row())
                ? Optional.empty()
                : column.printed(cell.row()).filter(printed -> !isExact(printed));
    }

    private static Interval closed(PrintedQuantity printed) {
        Exact value = printed.quantity().canonical();
        Exact half = printed.resolution().times(HALF);
        return new Interval(value.minus(half), value.plus(half));
    }

    private static Interval share(Interval whole, Interval share) {
        return new Interval(at(whole, share.low()), at(whole, share.high()));
    }

    private static Exact at(Interval whole, Exact share) {
        return whole.low().plus(whole.high().minus(whole.low()).times(share));
    }

    /** The number at a share of what a print allows: half a unit up is the print of the next number already. */
    private static Exact at(PrintedQuantity printed, Exact share) {
        Exact value = printed.quantity().canonical();
        Exact half = printed.resolution().times(HALF);
        Exact under = half.times(JUST_UNDER);
        boolean negative = value.signum() < 0;
        return at(new Interval(value.minus(negative ? under : half), value.plus(negative ? half : under)), share);
    }

    /** What would be known if each part were at a share, from 0 to 1, of what its print allows. */
    Known at(Known known, List<Exact> shares) {
        Map<InputDefinition, Exact> movedInputs = new IdentityHashMap<>();
        Map<Cell, Exact> cells = new HashMap<>();
        Map<String, Map<String, Exact>> whole = new HashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            Part part = parts.get(i);
            Exact share = shares.get(i);
            if (part instanceof Part.OfInput of) {
                PrintedQuantity printed = inputs.get(of.input());
                if (printed != null) {
                    movedInputs.put(of.input(), at(printed, share));
                }
            } else if (part instanceof Part.OfCell of) {
                cells.put(of.cell(), share);
            } else if (part instanceof Part.OfColumn of) {
                whole.computeIfAbsent(of.table(), any -> new HashMap<>()).put(of.column(), share);
            }
        }
        return new MovedInputs(known, period, movedInputs, view -> moved(view, cells, whole));
    }

    private RowView moved(RowView view, Map<Cell, Exact> cells, Map<String, Map<String, Exact>> whole) {
        if (!columns.containsKey(view.name())) {
            return view;
        }
        return new MovedRows(view, (row, column) -> {
            Cell cell = new Cell(view.name(), row, column);
            Optional<Exact> share = Optional.ofNullable(cells.get(cell))
                    .or(() -> Optional.ofNullable(
                            whole.getOrDefault(view.name(), Map.of()).get(column)));
            return share.flatMap(moved -> printed(cell).map(printed -> at(printed, moved)));
        });
    }

    /** Whether the numbers of a part can be told apart further: those of a column are not all at the same share. */
    boolean canBeHalved(int part) {
        return !(parts.get(part) instanceof Part.OfColumn);
    }

    /** The same with only the lower or the upper half of what a part may be. */
    Leeway half(int part, boolean upper) {
        Leeway half = new Leeway(period);
        half.parts.addAll(parts);
        half.shares.addAll(shares);
        half.inputs.putAll(inputs);
        half.columns.putAll(columns);
        half.rows = rows;
        Interval whole = shares.get(part);
        Exact middle = whole.low().plus(whole.high()).times(HALF);
        half.shares.set(part, upper ? new Interval(middle, whole.high()) : new Interval(whole.low(), middle));
        return half;
    }

    /** The shares in the middle of what each part may be. */
    List<Exact> middle() {
        return shares.stream()
                .map(share -> share.low().plus(share.high()).times(HALF))
                .toList();
    }

    /** The part with most left that can be halved. */
    Optional<Integer> widest() {
        Optional<Integer> widest = Optional.empty();
        for (int i = 0; i < parts.size(); i++) {
            if (canBeHalved(i) && (widest.isEmpty() || width(i).compareTo(width(widest.get())) > 0)) {
                widest = Optional.of(i);
            }
        }
        return widest;
    }

    private Exact width(int part) {
        return shares.get(part).high().minus(shares.get(part).low());
    }
}
