package kpi.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.data.TableSchema;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.model.ScorecardModel.StatedTable;
import kpi.unit.KpiUnit;

/**
 * What data a program asks for: its inputs with their units, its tables with the types of their columns, and its KPIs.
 * It says nothing of which data are there; what of it is not given is missing, and figures that need it say so.
 */
public final class Schema {
    private final List<Input> inputs;
    private final List<TableSchema> tables;
    private final Map<String, List<String>> files = new LinkedHashMap<>();
    private final List<String> kpis;
    private final List<String> dimensions;

    Schema(ScorecardModel model) {
        Map<List<String>, Input> distinct = new LinkedHashMap<>();
        for (KpiModel kpi : model.kpis()) {
            for (KpiVersion version : kpi.versions()) {
                for (InputDefinition input : version.inputs()) {
                    distinct.putIfAbsent(
                            List.of(input.kpi(), input.name()),
                            new Input(input.kpi(), input.name(), input.aliases(), input.unit()));
                }
            }
        }
        this.inputs = new ArrayList<>(distinct.values());
        this.tables = model.tables().stream().map(StatedTable::schema).toList();
        model.tables().forEach(table -> files.put(table.schema().name(), table.files()));
        Set<String> scores = model.scores();
        this.kpis = model.kpis().stream()
                .map(KpiModel::id)
                .filter(id -> !scores.contains(id))
                .toList();
        this.dimensions = model.dimensions().stream().map(JudgedDimension::id).toList();
    }

    /**
     * An input of a KPI.
     *
     * @param kpi the KPI that uses it
     * @param name its name as the text prints it
     * @param aliases other names of it
     * @param unit the unit of a figure that names none
     */
    public record Input(String kpi, String name, List<String> aliases, KpiUnit unit) {
        public Input {
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(name, "name");
            aliases = List.copyOf(aliases);
            Objects.requireNonNull(unit, "unit");
        }
    }

    /** The names of the inputs, each once; two KPIs may have an input of one name. */
    public List<String> inputs() {
        return inputs.stream().map(Input::name).distinct().toList();
    }

    /** The inputs of each KPI, in the order of the text. */
    public List<Input> inputsByKpi() {
        return List.copyOf(inputs);
    }

    /** The datasets. */
    public List<TableSchema> tables() {
        return tables;
    }

    /** The dataset of this name. */
    public Optional<TableSchema> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /**
     * The files that the text names for a dataset, whose rows follow one another: {@code 來自 "108.csv"、"109.csv"}. Names, to
     * be resolved by the host; none where the text names none.
     */
    public List<String> files(String table) {
        return files.getOrDefault(table, List.of());
    }

    /** The ids of the KPIs, in the order of the text. */
    public List<String> kpis() {
        return kpis;
    }

    /** The ids of the judged dimensions. */
    public List<String> dimensions() {
        return dimensions;
    }
}
