package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.TableSchema;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.LookUpDeclaration;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.LookUpColumn;
import kpi.model.LookUpFaults;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.number.Exact;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.Value;

/** Look-up tables: typed, read and checked before anything is looked up in them; those that give steps to others first. */
final class LookUpTables {
    private final Literals literals;
    private final Tables tables;
    private final Reporter reporter;
    private final Map<String, LookUpDeclaration> declared = new LinkedHashMap<>();
    private final Map<String, LookUp> found = new LinkedHashMap<>();

    /**
     * A table, and which of its keys stands where in a call: the key of a range is the last of the model.
     *
     * @param broken whether its rows cannot be used, which was reported
     */
    record LookUp(LookUpTable table, List<Integer> order, boolean broken) {}

    LookUpTables(Literals literals, Tables tables, Reporter reporter) {
        this.literals = literals;
        this.tables = tables;
        this.reporter = reporter;
    }

    static LookUpTables none(Literals literals, Reporter reporter) {
        return new LookUpTables(literals, new Tables(kpi.value.CalendarKind.ROC, literals, reporter), reporter);
    }

    Optional<LookUp> find(String spelling) {
        return Optional.ofNullable(found.get(CanonicalName.of(spelling)));
    }

    Map<String, LookUp> all() {
        return found;
    }

    void declare(LookUpDeclaration declaration) {
        String name = declaration.name().spelling();
        LookUpDeclaration earlier = declared.putIfAbsent(CanonicalName.of(name), declaration);
        Optional<Span> other =
                Optional.ofNullable(earlier).map(first -> first.name().span()).or(() -> tables.place(name));
        other.ifPresent(span ->
                reporter.report(Definitions.duplicate(name, declaration.name().span(), span)));
    }

    /** Reads all, after all are declared. */
    void read() {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        declared.forEach((name, table) -> {
            Set<String> names = new LinkedHashSet<>();
            table.keys()
                    .forEach(key -> key.step()
                            .filter(Expression.Application.class::isInstance)
                            .ifPresent(step -> names.add(CanonicalName.of(
                                    ((Expression.Application) step).name().spelling()))));
            needs.put(name, names);
        });
        Dependencies dependencies = Dependencies.of(needs);
        for (List<String> cycle : dependencies.cycles()) {
            reporter.report(
                    Problem.of(AnalysisCode.CYCLE, at(cycle.get(0)).name().span())
                            .with("names", Definitions.shown(cycle)));
        }
        dependencies.order().stream()
                .filter(name -> !dependencies.circular().contains(name))
                .forEach(name -> found.put(name, read(at(name))));
    }

    private LookUpDeclaration at(String name) {
        return Objects.requireNonNull(declared.get(name));
    }

    private LookUp read(LookUpDeclaration declaration) {
        int before = reporter.problems().size();
        List<ColumnSchema> columns = new ArrayList<>();
        declaration.keys().forEach(key -> columns.add(tables.column(key.column())));
        ColumnSchema value = tables.column(declaration.value().column());
        List<Integer> order = order(declaration, columns);
        List<LookUpTable.Key> keys = new ArrayList<>();
        order.forEach(at -> keys.add(key(columns.get(at))));
        LookUpTable.Matching matching = declaration.firstMatch()
                ? LookUpTable.Matching.FIRST
                : declaration.bands() && keys.get(keys.size() - 1).unit().isPresent()
                        ? LookUpTable.Matching.BANDS
                        : LookUpTable.Matching.EXACT;
        Optional<LookUpTable.Step> step = step(declaration, order);
        Optional<List<LookUpRow>> rows = Optional.empty();
        LookUpTable shape = new LookUpTable(
                declaration.name().spelling(),
                matching,
                keys,
                step,
                key(value),
                Optional.empty(),
                declaration.name().span());
        if (declaration.file().isPresent()) {
            declareData(declaration, shape, columns, value);
        } else {
            rows = Optional.of(
                    new LookUpRows(literals, tables, reporter).read(declaration, columns, value, shape, order));
            if (declaration.rows().isEmpty()) {
                reporter.report(
                        Problem.of(AnalysisCode.LOOK_UP_EMPTY, shape.span()).with("name", shape.name()));
            }
            rows.ifPresent(read -> check(shape, read));
        }
        LookUpTable table = new LookUpTable(
                shape.name(),
                matching,
                keys,
                step,
                shape.value(),
                rows,
                declaration.name().span());
        return new LookUp(table, order, reporter.problems().size() > before);
    }

    private static LookUpTable.Key key(ColumnSchema column) {
        return new LookUpTable.Key(
                column.name(),
                Columns.type(column.type()),
                column.type() instanceof ColumnType.Number number ? Optional.of(number.unit()) : Optional.empty());
    }

    /** The keys of a call in the order of the model: in bands the last number comes last. */
    private List<Integer> order(LookUpDeclaration declaration, List<ColumnSchema> columns) {
        List<Integer> order = new ArrayList<>();
        int ranged = -1;
        for (int i = 0; i < columns.size(); i++) {
            order.add(i);
            ranged = columns.get(i).type() instanceof ColumnType.Number ? i : ranged;
        }
        if (declaration.bands() && ranged < 0) {
            reporter.report(Problem.of(
                            AnalysisCode.BANDS_WITHOUT_NUMBER,
                            declaration.name().span())
                    .with("name", declaration.name().spelling()));
        }
        if (declaration.bands() && ranged >= 0) {
            order.remove(Integer.valueOf(ranged));
            order.add(ranged);
        }
        return order;
    }

    private Optional<LookUpTable.Step> step(LookUpDeclaration declaration, List<Integer> order) {
        Optional<LookUpTable.Step> step = Optional.empty();
        for (int i = 0; i < declaration.keys().size(); i++) {
            LookUpColumn key = declaration.keys().get(i);
            if (key.step().isEmpty()) {
                continue;
            }
            boolean ranged = declaration.bands() && !declaration.firstMatch() && order.get(order.size() - 1) == i;
            step = ranged ? read(key.step().get(), declaration, key, order) : Optional.empty();
            if (step.isEmpty() && !(key.step().get() instanceof Expression.BrokenExpression)) {
                reporter.report(
                        Problem.of(AnalysisCode.LOOK_UP_STEP, key.step().get().span()));
            }
        }
        return step;
    }

    /** A number, or a table of this program with names of keys in brackets. */
    private Optional<LookUpTable.Step> read(
            Expression written, LookUpDeclaration declaration, LookUpColumn key, List<Integer> order) {
        if (written instanceof Expression.NumberLiteral literal) {
            return literals.figure(literal.span(), literal.text(), unit(key), reporter)
                    .map(PrintedQuantity::quantity)
                    .map(Quantity::canonical)
                    .filter(size -> size.signum() > 0)
                    .map(size -> new LookUpTable.Step(Optional.of(size), Optional.empty(), List.of()));
        }
        if (!(written instanceof Expression.Application application)) {
            return Optional.empty();
        }
        Optional<LookUp> table = find(application.name().spelling());
        List<Integer> keys = new ArrayList<>();
        for (Expression argument : application.arguments()) {
            for (int i = 0; i < order.size() - 1; i++) {
                String name =
                        declaration.keys().get(order.get(i)).column().name().spelling();
                if (argument instanceof Expression.Name used
                        && CanonicalName.of(used.spelling()).equals(CanonicalName.of(name))) {
                    keys.add(i);
                }
            }
        }
        boolean fits = table.isPresent()
                && keys.size() == application.arguments().size()
                && keys.size() == table.get().table().keys().size()
                && table.get().table().value().unit().isPresent();
        return fits
                ? Optional.of(new LookUpTable.Step(
                        Optional.empty(), Optional.of(table.get().table()), keys))
                : Optional.empty();
    }

    private kpi.unit.KpiUnit unit(LookUpColumn key) {
        return tables.column(key.column()).type() instanceof ColumnType.Number number ? number.unit() : Units.NUMBER;
    }

    // ---- rows of a dataset ----------------------------------------------------------------------------------

    /** Ranges are texts in a dataset; what runs from one value to another is one too. */
    private void declareData(
            LookUpDeclaration declaration, LookUpTable shape, List<ColumnSchema> columns, ColumnSchema value) {
        List<ColumnSchema> data = new ArrayList<>();
        Set<String> ranged = new LinkedHashSet<>();
        for (int i = 0; i < shape.keys().size(); i++) {
            if (shape.isRanged(i)) {
                ranged.add(shape.keys().get(i).name());
            }
        }
        columns.forEach(column -> data.add(ranged.contains(column.name()) ? asText(column) : column));
        boolean runs = shape.matching() == LookUpTable.Matching.BANDS
                && shape.value().unit().isPresent();
        data.add(runs ? asText(value) : value);
        tables.declare(
                new TableSchema(shape.name(), data),
                declaration.file().stream().map(Label::text).toList(),
                declaration.name().span(),
                shape);
    }

    private static ColumnSchema asText(ColumnSchema column) {
        return new ColumnSchema(
                column.name(), column.aliases(), new ColumnType.TextType(), column.mayBeMissing(), column.key());
    }

    // ---- what is wrong among rows ---------------------------------------------------------------------------

    private void check(LookUpTable table, List<LookUpRow> rows) {
        for (LookUpFaults.Fault fault :
                LookUpFaults.of(table.matching(), rows, table.step(), row -> stepOf(table, row))) {
            AnalysisCode code = switch (fault.kind()) {
                case DUPLICATE -> AnalysisCode.LOOK_UP_DUPLICATE;
                case UNREACHABLE -> AnalysisCode.LOOK_UP_UNREACHABLE;
                case OVERLAP -> AnalysisCode.LOOK_UP_OVERLAP;
                case GAP -> AnalysisCode.LOOK_UP_GAP;
                case OFF_STEP -> AnalysisCode.LOOK_UP_OFF_STEP;
            };
            if (fault.kind() == LookUpFaults.Kind.GAP) {
                reporter.report(LookUpEnds.gap(table, fault.other(), fault.row()));
                continue;
            }
            Problem.Builder problem = Problem.of(code, fault.row().place());
            if (!fault.other().equals(fault.row())) {
                problem.related(fault.other().place(), "other-row");
            }
            if (fault.kind() == LookUpFaults.Kind.OVERLAP) {
                LookUpEnds.offer(problem, table, fault.other(), fault.row());
            }
            reporter.report(problem);
        }
    }

    /** Where the step is that of a dataset, the bands are checked when it is read. */
    private Optional<Exact> stepOf(LookUpTable table, LookUpRow row) {
        LookUpTable.Step step = table.step().orElseThrow();
        if (step.fixed().isPresent()) {
            return step.fixed();
        }
        List<Value> keys = new ArrayList<>();
        step.keys().forEach(key -> row.keys().get(key).exactly().ifPresent(keys::add));
        Optional<kpi.model.LookUpIndex> index = step.table().orElseThrow().index();
        Optional<Exact> size = index.flatMap(written -> written.find(keys))
                .map(LookUpRow::low)
                .filter(Quantity.class::isInstance)
                .map(value -> ((Quantity) value).canonical())
                .filter(found -> found.signum() > 0);
        if (index.isPresent() && size.isEmpty()) {
            reporter.report(Problem.of(AnalysisCode.LOOK_UP_NO_STEP, row.place())
                    .with("table", step.table().get().name())
                    .related(step.table().get().span(), "defined"));
        }
        return size;
    }
}
