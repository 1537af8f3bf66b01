package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.data.TableSchema;
import kpi.function.KpiFunctions;
import kpi.model.Definition;
import kpi.model.InputDefinition;
import kpi.model.KpiVersion;
import kpi.model.Level;
import kpi.model.LevelFigures;
import kpi.source.Span;
import kpi.unit.KpiUnit;

/** The names one formula may use, by canonical spelling; filled before the formula is read. */
final class Symbols {
    private final KpiFunctions functions;
    private final Map<String, TableSchema> tables;
    private final Map<String, KpiSignature> kpis;
    private final Defines defines;
    private final Map<String, InputDefinition> inputs;
    private final Map<String, Definition> definitions;
    private final Set<String> broken;
    private final Map<String, Restatement> restatements;
    private Policies policies = Policies.NONE;
    private Optional<Own> own = Optional.empty();
    private Optional<Dimensions> dimensions = Optional.empty();
    private Optional<KpiSignature> scored = Optional.empty();

    /** The KPI whose formulas these are. */
    record Own(String kpi, KpiUnit unit) {}

    private Around around = Around.NOTHING;
    private Optional<Directions.Rule> direction = Optional.empty();
    private final Map<Level, LevelFigures> levels = new EnumMap<>(Level.class);

    /** The text a name was defined by, so that a formula may restate it in brackets. */
    record Restatement(String form, Span span) {
        /** The form in which two restatements are equal: no blanks, full-width signs folded. */
        static String form(String text) {
            return CanonicalName.of(text)
                    .replaceAll("\\s", "")
                    .replace('×', '*')
                    .replace('÷', '/')
                    .replace('−', '-');
        }
    }

    /**
     * What other formulas need to know of a KPI before it is analysed.
     *
     * @param rows of a KPI per row or group: the table it is to others, named by its id
     * @param definitions the names it defines, by canonical name; filled when the KPI is analysed, which is
     *     before any KPI that names it
     * @param versions as they were read; filled as the definitions are
     * @param unread names it defines that could not be read: those who use them are not told twice
     */
    record KpiSignature(
            String id,
            KpiUnit unit,
            Optional<TableSchema> rows,
            Map<String, Definition> definitions,
            List<KpiVersion> versions,
            Set<String> unread) {
        /** A KPI evaluated once. */
        KpiSignature(String id, KpiUnit unit) {
            this(id, unit, Optional.empty(), new LinkedHashMap<>(), new ArrayList<>(), new HashSet<>());
        }

        KpiSignature withRows(TableSchema table) {
            return new KpiSignature(id, unit, Optional.of(table), definitions, versions, unread);
        }
    }

    Symbols(KpiFunctions functions, Map<String, TableSchema> tables, Map<String, KpiSignature> kpis, Defines defines) {
        this.functions = functions;
        this.tables = tables;
        this.kpis = kpis;
        this.defines = defines;
        this.inputs = new LinkedHashMap<>();
        this.definitions = new LinkedHashMap<>();
        this.broken = new HashSet<>();
        this.restatements = new LinkedHashMap<>();
    }

    /** The names that all files see. */
    Symbols outside() {
        return new Symbols(functions, tables, kpis, defines);
    }

    /** The definitions with parameters. */
    Defines defines() {
        return defines;
    }

    /** The figures of a level, where the KPI has some. */
    Optional<LevelFigures> level(Level level) {
        return Optional.ofNullable(levels.get(level));
    }

    List<LevelFigures> levels() {
        return List.copyOf(levels.values());
    }

    void level(LevelFigures figures) {
        levels.put(figures.level(), figures);
    }

    /** Which way is better, where a line says so. */
    Optional<Directions.Rule> direction() {
        return direction;
    }

    void direction(Directions.Rule rule) {
        direction = Optional.of(rule);
    }

    /** The same names, for what stands in place of a missing value: it is not replaced in turn. */
    private Symbols(Symbols other) {
        this.functions = other.functions;
        this.tables = other.tables;
        this.kpis = other.kpis;
        this.inputs = other.inputs;
        this.levels.putAll(other.levels);
        this.definitions = other.definitions;
        this.broken = other.broken;
        this.restatements = other.restatements;
        this.around = other.around;
        this.defines = other.defines;
        this.direction = other.direction;
        this.own = other.own;
        this.dimensions = other.dimensions;
        this.scored = other.scored;
    }

    Symbols withoutPolicies() {
        return new Symbols(this);
    }

    /** The dimensions whose scores formulas may name. */
    Optional<Dimensions> dimensions() {
        return dimensions;
    }

    void setDimensions(Dimensions known) {
        dimensions = Optional.of(known);
    }

    /** The KPI that the formula of a dimension is about: its actual, target and attainment are names there. */
    Optional<KpiSignature> scored() {
        return scored;
    }

    void setScored(KpiSignature kpi) {
        scored = Optional.of(kpi);
        setOwn(kpi.id(), kpi.unit());
    }

    /** What the author wrote for names without a value. */
    Policies policies() {
        return policies;
    }

    /** The KPI whose formulas these are; a formula alone is of none. */
    Optional<Own> own() {
        return own;
    }

    void setOwn(String kpi, KpiUnit unit) {
        own = Optional.of(new Own(kpi, unit));
    }

    void setPolicies(Policies written) {
        policies = written;
    }

    KpiFunctions functions() {
        return functions;
    }

    void add(InputDefinition input) {
        inputs.put(CanonicalName.of(input.name()), input);
        input.aliases().forEach(alias -> inputs.putIfAbsent(CanonicalName.of(alias), input));
    }

    void add(Definition definition) {
        definitions.put(CanonicalName.of(definition.name()), definition);
    }

    /** A name whose definition could not be read: its users are not told twice. */
    void addBroken(String name) {
        broken.add(CanonicalName.of(name));
    }

    boolean isBroken(String spelling) {
        return broken.contains(CanonicalName.of(spelling));
    }

    void addRestatement(String name, String text, Span span) {
        restatements.put(CanonicalName.of(name), new Restatement(Restatement.form(text), span));
    }

    Optional<Restatement> restatement(String spelling) {
        return Optional.ofNullable(restatements.get(CanonicalName.of(spelling)));
    }

    Optional<InputDefinition> input(String spelling) {
        return Optional.ofNullable(inputs.get(CanonicalName.of(spelling)));
    }

    Optional<Definition> definition(String spelling) {
        return Optional.ofNullable(definitions.get(CanonicalName.of(spelling)));
    }

    Optional<TableSchema> table(String spelling) {
        return Optional.ofNullable(tables.get(CanonicalName.of(spelling)));
    }

    /** The rows of this name: of a dataset, or of a KPI per row or group. */
    Optional<TableSchema> rows(String spelling) {
        return table(spelling).or(() -> kpi(spelling).flatMap(KpiSignature::rows));
    }

    /** Every formula from now on stands at this row or group. */
    void stand(Around place) {
        around = place;
    }

    Around around() {
        return around;
    }

    Optional<KpiSignature> kpi(String spelling) {
        return Optional.ofNullable(kpis.get(CanonicalName.of(spelling)));
    }

    boolean declares(String spelling) {
        String name = CanonicalName.of(spelling);
        return inputs.containsKey(name)
                || definitions.containsKey(name)
                || kpis.containsKey(name)
                || isAround(spelling)
                || broken.contains(name);
    }

    private boolean isAround(String spelling) {
        return around.column(spelling).isPresent();
    }

    /** Whether the name is that of rows and of nothing else a formula may use. */
    boolean meansRows(String spelling) {
        String name = CanonicalName.of(spelling);
        boolean value = inputs.containsKey(name)
                || definitions.containsKey(name)
                || broken.contains(name)
                || isAround(spelling);
        return !value && rows(spelling).isPresent();
    }

    /** Where an input of this name is declared. */
    Optional<Span> declaredAt(String spelling) {
        return input(spelling).map(InputDefinition::span);
    }

    /** The names a mistyped one may have meant. */
    List<String> known() {
        List<String> names = new ArrayList<>();
        inputs.values().forEach(input -> names.add(input.name()));
        definitions.values().forEach(definition -> names.add(definition.name()));
        names.addAll(around.names());
        kpis.values().forEach(kpi -> names.add(kpi.id()));
        names.addAll(defines.constants());
        return names;
    }

    List<String> functionNames() {
        return Stream.concat(
                        functions.all().stream().flatMap(function -> function.names().stream()),
                        defines.names().stream())
                .toList();
    }

    List<String> kpiIds() {
        return kpis.values().stream().map(KpiSignature::id).toList();
    }

    Collection<TableSchema> tables() {
        return tables.values();
    }

    List<String> tableNames() {
        return tables.values().stream().map(TableSchema::name).toList();
    }
}
