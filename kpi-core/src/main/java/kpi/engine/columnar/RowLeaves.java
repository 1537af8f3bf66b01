package kpi.engine.columnar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kpi.data.Bits;
import kpi.data.Column;
import kpi.data.DateColumn;
import kpi.data.DecimalColumn;
import kpi.data.PeriodColumn;
import kpi.data.Table;
import kpi.data.TextColumn;
import kpi.data.TruthColumn;
import kpi.data.raw.RawNumbers;
import kpi.model.Aggregation;
import kpi.model.ColumnTerm;
import kpi.model.Let;
import kpi.model.LocalTerm;
import kpi.model.MissingKind;
import kpi.model.MissingTest;
import kpi.model.Relation;
import kpi.model.RowNeeds;
import kpi.model.Standing;
import kpi.model.Subterms;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.plan.Leaves;
import kpi.plan.Node;
import kpi.plan.Nodes;
import kpi.plan.Test;
import kpi.unit.Dimension;
import kpi.value.DateValue;
import kpi.value.PeriodValue;
import kpi.value.Quantity;
import kpi.value.Text;
import kpi.value.Truth;
import kpi.value.Type;
import kpi.value.Value;

/**
 * What plans over the rows of a table take their numbers and truths from: columns; what is the same at every row; and what is
 * the same for each text or period of a column, which the reference engine is asked once for each.
 */
final class RowLeaves implements Leaves {
    private static final int MOST_SLOTS = 64;

    private final Table table;
    private final List<Source> sources = new ArrayList<>();
    private final Map<Object, Integer> known = new HashMap<>();
    private Set<Integer> used = new HashSet<>();
    private Oracle oracle = new Nobody();

    RowLeaves(Table table) {
        this.table = table;
    }

    /** Who is asked from now on. */
    void ask(Oracle other) {
        oracle = other;
    }

    /** Knows nothing. */
    private static final class Nobody implements Oracle {
        @Override
        public Optional<Value> constant(Term term) {
            return Optional.empty();
        }

        @Override
        public Optional<Value> at(Term term, int row) {
            return Optional.empty();
        }
    }

    /** All slots so far. */
    List<Source> sources() {
        return sources;
    }

    /** The slots that were asked for since this was asked last. */
    Set<Integer> taken() {
        Set<Integer> taken = used;
        used = new HashSet<>();
        return taken;
    }

    @Override
    public Optional<Node> number(Term term) {
        if (term instanceof ColumnTerm column && isOurs(column)) {
            return column(column);
        }
        return constant(term).flatMap(RowLeaves::inNumbers).map(Nodes::constant);
    }

    @Override
    public Optional<Node> outer(LocalTerm term) {
        return oracle.constant(term).flatMap(RowLeaves::inNumbers).map(Nodes::constant);
    }

    /** Numbers in base units, days since 1970-01-01, truths as 1 and 0: what is compared is of one type. */
    private static Optional<Exact> inNumbers(Value value) {
        if (value instanceof Truth truth) {
            return Optional.of(truth == Truth.TRUE ? Exact.ONE : Exact.ZERO);
        }
        if (value instanceof DateValue day) {
            return Optional.of(Exact.of(day.date().toEpochDay()));
        }
        return value instanceof Quantity quantity ? Optional.of(quantity.canonical()) : Optional.empty();
    }

    @Override
    public Optional<Test> truth(Term term) {
        if (term instanceof ColumnTerm column && isOurs(column)) {
            return table.column(column.column()) instanceof TruthColumn truths
                    ? slot(truths, () -> new Source.Flags(column.column(), truths.trues(), truths.missing()))
                            .map(RowLeaves::isSet)
                    : Optional.empty();
        }
        if (term instanceof MissingTest test
                && test.operand() instanceof ColumnTerm column
                && isOurs(column)
                && (test.kind() == MissingKind.MISSING || test.kind() == MissingKind.UNDEFINED)) {
            Bits missing = table.column(column.column()).missing();
            if (test.kind() == MissingKind.UNDEFINED || missing.count() == 0) {
                return Optional.of(new Test.Known(false));
            }
            String name = column.column() + " missing";
            return slot(name, () -> new Source.Flags(name, missing, Bits.none(table.rows())))
                    .map(RowLeaves::isSet);
        }
        return constant(term).filter(Truth.class::isInstance).map(value -> new Test.Known(value == Truth.TRUE));
    }

    @Override
    public Optional<Node> numberOtherwise(Term term) {
        return term.type() instanceof Type.Measure
                ? perCode(term).flatMap(codes -> slot(codes, term)).map(Nodes::slot)
                : Optional.empty();
    }

    @Override
    public Optional<Test> truthOtherwise(Term term) {
        return perCode(term).flatMap(codes -> slot(codes, term)).map(RowLeaves::isSet);
    }

    /** What is told apart by a count of different values: the codes of a column, or days. */
    Optional<Node> apart(ColumnTerm term) {
        Column column = table.column(term.column());
        if (column instanceof TextColumn text) {
            return codes(text, text.raw(), text.dictionary().size(), term.column());
        }
        if (column instanceof PeriodColumn period) {
            return codes(period, period.raw(), period.dictionary().size(), term.column());
        }
        return column(term);
    }

    private Optional<Node> codes(Column column, RawNumbers raw, int size, String name) {
        return slot(
                        List.of(column, "codes"),
                        () -> new Source.Numbers(name, raw, column.missing(), 0, 0, Math.max(0, size - 1)))
                .map(Nodes::slot);
    }

    boolean isOurs(ColumnTerm term) {
        return term.table().equals(table.schema().name());
    }

    private Optional<Value> constant(Term term) {
        RowNeeds needs = RowNeeds.of(term);
        return needs.arguments()
                        || term instanceof LocalTerm
                        || needs.tables().contains(table.schema().name())
                ? Optional.empty()
                : oracle.constant(term);
    }

    private Optional<Node> column(ColumnTerm term) {
        Column column = table.column(term.column());
        if (column instanceof DecimalColumn numbers) {
            if (numbers.isWide() || !isDeclared(numbers, term.type())) {
                return Optional.empty();
            }
            return slot(
                            numbers,
                            () -> new Source.Numbers(
                                    term.column(),
                                    numbers.raw(),
                                    numbers.missing(),
                                    numbers.scale(),
                                    numbers.minUnscaled(),
                                    numbers.maxUnscaled()))
                    .map(slot -> Nodes.times(Nodes.slot(slot), numbers.unit().scale()));
        }
        if (column instanceof DateColumn days) {
            return slot(
                            days,
                            () -> new Source.Numbers(
                                    term.column(), days.raw(), days.missing(), 0, Integer.MIN_VALUE, Integer.MAX_VALUE))
                    .map(Nodes::slot);
        }
        if (column instanceof TruthColumn truths) {
            return slot(truths, () -> new Source.Flags(term.column(), truths.trues(), truths.missing()))
                    .map(Nodes::slot);
        }
        return Optional.empty();
    }

    /** Whether the cells are of the declared dimension; what else may pass is left to the reference engine. */
    private static boolean isDeclared(DecimalColumn column, Type declared) {
        Dimension own = column.unit().dimension();
        if (!(declared instanceof Type.Measure measure)) {
            return false;
        }
        return own.equals(measure.dimension()) || isRatio(own) && isRatio(measure.dimension());
    }

    private static boolean isRatio(Dimension dimension) {
        return dimension instanceof Dimension.Ratio || dimension instanceof Dimension.Percent;
    }

    private static Test isSet(int slot) {
        return new Test.Compare(Relation.EQUAL, Nodes.slot(slot), Nodes.constant(Exact.ONE));
    }

    private Optional<Integer> slot(Object key, Supplier<Source> source) {
        Integer slot = known.get(key);
        if (slot == null) {
            if (sources.size() >= MOST_SLOTS) {
                return Optional.empty();
            }
            slot = sources.size();
            sources.add(source.get());
            known.put(key, slot);
        }
        used.add(slot);
        return Optional.of(slot);
    }

    /** The only column a term depends on, if it has codes. */
    private Optional<CodeColumn> perCode(Term term) {
        Set<String> columns = new HashSet<>();
        List<Term> open = new ArrayList<>(List.of(term));
        for (int i = 0; i < open.size(); i++) {
            Term next = open.get(i);
            if (next instanceof Aggregation
                    || next instanceof Standing
                    || next instanceof LocalTerm
                    || next instanceof Let) {
                return Optional.empty();
            }
            if (next instanceof ColumnTerm column && isOurs(column)) {
                columns.add(column.column());
            }
            open.addAll(Subterms.of(next));
        }
        if (columns.size() != 1) {
            return Optional.empty();
        }
        Column column = table.column(columns.iterator().next());
        if (column instanceof TextColumn text) {
            return Optional.of(
                    new CodeColumn(text, text.raw(), text.dictionary().size()));
        }
        return column instanceof PeriodColumn period
                ? Optional.of(
                        new CodeColumn(period, period.raw(), period.dictionary().size()))
                : Optional.empty();
    }

    private record CodeColumn(Column column, RawNumbers raw, int codes) {}

    private Optional<Integer> slot(CodeColumn of, Term term) {
        return slot(term, () -> source(of, term));
    }

    private Source source(CodeColumn of, Term term) {
        int[] first = firstRows(of);
        Exact[] numbers = new Exact[of.codes()];
        boolean[] sure = new boolean[of.codes()];
        int places = 0;
        boolean isWhole = true;
        for (int code = 0; code < numbers.length; code++) {
            Optional<Exact> number = first[code] < 0
                    ? Optional.of(Exact.ZERO)
                    : oracle.at(term, first[code]).flatMap(RowLeaves::fitting);
            sure[code] = number.isPresent();
            isWhole &= sure[code];
            numbers[code] = number.orElse(Exact.ZERO);
            places = Math.max(places, numbers[code].scale());
        }
        long[] values = new long[numbers.length];
        long least = 0;
        long most = 0;
        for (int code = 0; code < values.length; code++) {
            Exact scaled = numbers[code].times(Exact.of(1, -places));
            boolean fits = scaled.fitsLong() && scaled.scale() == 0;
            sure[code] &= fits;
            isWhole &= fits;
            values[code] = fits ? scaled.unscaledLong() : 0;
            least = Math.min(least, values[code]);
            most = Math.max(most, values[code]);
        }
        return new Source.Codes(
                term.span().text(), of.raw(), of.column().missing(), values, sure, places, least, most, isWhole);
    }

    private static Optional<Exact> fitting(Value value) {
        return inNumbers(value).filter(Exact::fitsLong);
    }

    /** A row for each code; -1 for a code that no row has. */
    private static int[] firstRows(CodeColumn of) {
        int[] first = new int[of.codes()];
        Arrays.fill(first, -1);
        int found = 0;
        int rows = of.raw().length();
        for (int row = 0; row < rows && found < first.length; row++) {
            int code = (int) of.raw().get(row);
            if (code >= 0 && first[code] < 0) {
                first[code] = row;
                found++;
            }
        }
        return first;
    }

    /** The value that an integer of {@link #apart} stands for. */
    Optional<Value> value(ColumnTerm term, long integer) {
        Column column = table.column(term.column());
        if (column instanceof TextColumn text) {
            return Optional.of(new Text(text.dictionary().get((int) integer)));
        }
        if (column instanceof PeriodColumn period) {
            return Optional.of(new PeriodValue(period.dictionary().get((int) integer)));
        }
        if (column instanceof TruthColumn) {
            return Optional.of(integer == 1 ? Truth.TRUE : Truth.FALSE);
        }
        return column instanceof DateColumn
                ? Optional.of(new DateValue(LocalDate.ofEpochDay(integer)))
                : Optional.empty();
    }
}
