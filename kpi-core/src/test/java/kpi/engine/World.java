package kpi.engine;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import kpi.data.ColumnSchema;
import kpi.data.ColumnType;
import kpi.data.Table;
import kpi.data.TableBuilder;
import kpi.data.TableSchema;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.Bound;
import kpi.model.Definition;
import kpi.model.Facet;
import kpi.model.InputDefinition;
import kpi.model.PointItem;
import kpi.model.Term;
import kpi.number.NumberBudget;
import kpi.source.Place;
import kpi.source.Source;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.unit.UnitTable;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;

/** Facts for tests, and formulas over them written as text. */
public final class World implements FactSource, FigureSource {
    public static final ReportingPeriod Y109 = ReportingPeriod.roc(109);

    private final Map<String, InputDefinition> inputs = new LinkedHashMap<>();
    private final Map<String, Outcome> figures = new HashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Definition> definitions = new LinkedHashMap<>();
    private final Map<String, Outcome> kpis = new LinkedHashMap<>();
    private Optional<Listener> listener = Optional.empty();
    private BooleanSupplier stop = () -> false;
    private ColumnChoice columns = ColumnChoice.NEVER;
    private final List<String> asked = new ArrayList<>();

    /** An input as a document prints it, declared in the unit of the print. */
    public World input(String name, String printed) {
        return input(name, printed, Provenance.exact());
    }

    public World input(String name, String printed, Provenance provenance) {
        PrintedQuantity read = Quantity.parsePrinted(printed).orElseThrow();
        return declared(name, read.quantity().unit(), read, provenance);
    }

    /** An input declared in a unit that its series does not print. */
    public World inputIn(String unit, String name, String printed) {
        KpiUnit declared = UnitTable.standard().find(unit).orElseThrow();
        PrintedQuantity read = Quantity.parsePrintedIn(
                        declared, printed, UnitTable.standard(), NumberBudget.standard(), Place.input(name))
                .orElseThrow();
        return declared(name, declared, read, Provenance.exact());
    }

    private World declared(String name, KpiUnit unit, PrintedQuantity read, Provenance provenance) {
        define(name, unit);
        figures.put(name, new Outcome.Present(read.quantity(), provenance, Optional.of(read.text())));
        return this;
    }

    public World missing(String name, String unit, Absence absence) {
        KpiUnit declared = unit.isEmpty() ? Units.NUMBER : UnitTable.standard().labelOf(unit);
        define(name, declared);
        figures.put(
                name,
                new Outcome.Missing(
                        absence, new LocalText("因故", "for a reason"), Place.input(name), Provenance.exact()));
        return this;
    }

    public World outcome(String name, KpiUnit unit, Outcome outcome) {
        define(name, unit);
        figures.put(name, outcome);
        return this;
    }

    private void define(String name, KpiUnit unit) {
        inputs.put(name, new InputDefinition("K", name, List.of(), unit, List.of(), span(name)));
    }

    /** A table from columns such as {@code 處數: 處} or {@code 類別: text} and rows such as {@code 甲 | 3}. */
    public World table(String name, String columns, String... rows) {
        List<ColumnSchema> schema = new ArrayList<>();
        for (String column : columns.split(",")) {
            String[] parts = column.split(":");
            schema.add(ColumnSchema.of(parts[0].strip(), type(parts[1].strip())).orMissing());
        }
        TableBuilder builder = new TableBuilder(new TableSchema(name, schema), name + ".csv");
        for (int i = 0; i < rows.length; i++) {
            List<String> cells = new ArrayList<>();
            for (String cell : rows[i].split("\\|", -1)) {
                cells.add(cell.strip());
            }
            builder.addTexts(cells, i + 2L);
        }
        return table(builder.build(false).orElseThrow());
    }

    public World table(Table table) {
        tables.put(table.schema().name(), table);
        return this;
    }

    private static ColumnType type(String word) {
        return switch (word) {
            case "text" -> new ColumnType.TextType();
            case "truth" -> new ColumnType.TruthType();
            case "date" -> new ColumnType.DateType(CalendarKind.ROC);
            case "period" -> new ColumnType.PeriodType(CalendarKind.ROC);
            case "number" -> new ColumnType.Number(Units.NUMBER);
            default -> new ColumnType.Number(UnitTable.standard().labelOf(word));
        };
    }

    public World definition(String name, String formula) {
        definitions.put(name, new Definition(name, term(formula), span(name)));
        return this;
    }

    public World kpi(String id, String printed, Provenance provenance) {
        kpis.put(id, new Outcome.Present(Quantity.parse(printed).orElseThrow(), provenance));
        return this;
    }

    public World listener(Listener heard) {
        listener = Optional.of(heard);
        return this;
    }

    public World stop(BooleanSupplier signal) {
        stop = signal;
        return this;
    }

    /** How datasets are computed from now on. */
    public World columns(ColumnChoice choice) {
        columns = choice;
        return this;
    }

    /** At most so much for each row. */
    public PointItem.Cap cap(String limit) {
        return Points.cap(PointItem.Scope.EACH, Bound.AT_MOST, term(limit));
    }

    /** At most so much for all rows together. */
    public PointItem.Cap capInAll(String limit) {
        return Points.cap(PointItem.Scope.IN_ALL, Bound.AT_MOST, term(limit));
    }

    public Term term(String formula) {
        return new MiniFormula(this, formula).read();
    }

    public Scope scope() {
        Scope.Builder builder =
                Scope.builder(Y109).facts(this).figures(this).stop(stop).columns(columns);
        listener.ifPresent(builder::listener);
        return builder.build();
    }

    public Outcome evaluate(String formula) {
        return ReferenceEngine.evaluate(term(formula), scope());
    }

    /** The outcome in one line: the value exactly, the absence, or the code of the problem. */
    public String shown(String formula) {
        return shown(evaluate(formula));
    }

    public static String shown(Outcome outcome) {
        if (outcome instanceof Outcome.Missing missing) {
            return "missing: " + missing.absence().in(Language.EN);
        }
        if (outcome instanceof Outcome.Failed failed) {
            return "failed: " + failed.problem().code();
        }
        if (outcome.value().orElseThrow() instanceof Truth truth) {
            return truth == Truth.TRUE ? "true" : "false";
        }
        return outcome.quantity().orElseThrow().toString();
    }

    Optional<InputDefinition> inputDefinition(String name) {
        return Optional.ofNullable(inputs.get(name));
    }

    Optional<Table> table(String name) {
        return Optional.ofNullable(tables.get(name));
    }

    Optional<Definition> definition(String name) {
        return Optional.ofNullable(definitions.get(name));
    }

    Optional<Outcome> kpi(String id) {
        return Optional.ofNullable(kpis.get(id));
    }

    /** Inputs and figures in the order they were asked for. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Outcome input(InputDefinition input, ReportingPeriod period) {
        asked.add(input.name());
        return figures.get(input.name());
    }

    @Override
    public RowSet rows(String table, ReportingPeriod period) {
        asked.add(table);
        return tables.containsKey(table)
                ? RowSet.Rows.all(tables.get(table), Provenance.exact())
                : new RowSet.Absent(Absences.table(table));
    }

    @Override
    public Outcome figure(String kpi, Facet facet) {
        asked.add(kpi);
        return kpis.get(kpi);
    }

    @Override
    public Outcome own(Facet facet) {
        throw new KpiUsageException("no figure of its own");
    }

    public static Provenance covering(LocalDate day) {
        return Provenance.exact().coveringTo(day);
    }

    /** The facts of HF2.1 for 109, as printed. */
    public static World hf21() {
        List<String> agencies = new ArrayList<>(Collections.nCopies(17, "機關 | 否"));
        agencies.addAll(Collections.nCopies(5, "機關 | 是"));
        List<String> cases = new ArrayList<>();
        cases.addAll(Collections.nCopies(35, "有償提供使用 | 1"));
        cases.addAll(Collections.nCopies(11, "非公用標租 | 1"));
        cases.addAll(Collections.nCopies(12, "委營OT | "));
        cases.addAll(Collections.nCopies(11, "促參 | "));
        return new World()
                .table("機關", "名稱: text, 達使用率標準: truth", agencies.toArray(String[]::new))
                .table("案件", "類別: text, 處數: 處", cases.toArray(String[]::new));
    }

    public static Span span(String text) {
        return Source.of("test", text).whole();
    }
}
