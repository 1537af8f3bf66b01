package kpi.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.data.ColumnNames;
import kpi.data.TableSchema;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Suggestion;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Milestones;
import kpi.model.ScorecardModel;
import kpi.model.ScorecardModel.JudgedDimension;
import kpi.value.ReportingPeriod;

/** What a program asks for, by every name it may be given under. */
final class Asked {
    private final ScorecardModel model;
    private final Map<String, KpiModel> kpis = new LinkedHashMap<>();
    private final Map<String, Integer> places = new HashMap<>();
    private final Map<String, List<InputDefinition>> inputs = new HashMap<>();
    private final Map<String, TableSchema> tables = new LinkedHashMap<>();

    Asked(ScorecardModel model) {
        this.model = model;
        for (KpiModel kpi : model.kpis()) {
            kpis.put(kpi.id(), kpi);
            places.putIfAbsent(kpi.id(), places.size());
            for (KpiVersion version : kpi.versions()) {
                version.inputs().forEach(this::add);
            }
        }
        model.tables().forEach(table -> tables.put(table.schema().name(), table.schema()));
    }

    private void add(InputDefinition input) {
        put(input.name(), input);
        input.aliases().forEach(alias -> put(alias, input));
    }

    private void put(String name, InputDefinition input) {
        inputs.computeIfAbsent(ColumnNames.fold(name), folded -> new ArrayList<>())
                .add(input);
    }

    ScorecardModel model() {
        return model;
    }

    /** The inputs of this name or alias, of one KPI or of all; each once, however many versions declare it. */
    List<InputDefinition> inputs(Optional<String> kpi, String name) {
        String folded = ColumnNames.fold(name);
        // Very many KPIs may each have an input of this name: those of one are looked for in that one.
        List<InputDefinition> found = kpi.isEmpty() ? inputs.getOrDefault(folded, List.of()) : own(kpi.get(), folded);
        Map<List<String>, InputDefinition> distinct = new LinkedHashMap<>();
        for (InputDefinition input : found) {
            distinct.putIfAbsent(List.of(input.kpi(), input.name()), input);
        }
        return List.copyOf(distinct.values());
    }

    private List<InputDefinition> own(String kpi, String folded) {
        return kpi(kpi).stream()
                .flatMap(model -> model.versions().stream())
                .flatMap(version -> version.inputs().stream())
                .filter(input -> isNamed(input, folded))
                .toList();
    }

    private static boolean isNamed(InputDefinition input, String folded) {
        return ColumnNames.fold(input.name()).equals(folded)
                || input.aliases().stream()
                        .anyMatch(alias -> ColumnNames.fold(alias).equals(folded));
    }

    private List<String> inputNames() {
        return model.kpis().stream()
                .flatMap(kpi -> kpi.versions().stream())
                .flatMap(version -> version.inputs().stream())
                .map(InputDefinition::name)
                .toList();
    }

    Optional<KpiModel> kpi(String id) {
        return Optional.ofNullable(kpis.get(id));
    }

    /** The KPIs of these ids, in the order of the text. */
    List<KpiModel> inOrder(Collection<String> ids) {
        return ids.stream()
                .filter(kpis::containsKey)
                .sorted(Comparator.comparing(id -> Objects.requireNonNull(places.get(id))))
                .map(id -> Objects.requireNonNull(kpis.get(id)))
                .toList();
    }

    Optional<JudgedDimension> dimension(String name) {
        return model.dimensions().stream()
                .filter(dimension -> dimension.isNamed(name))
                .findFirst();
    }

    TableSchema table(String name) {
        TableSchema schema = tables.get(name);
        if (schema == null) {
            throw unknown("dataset", name, tables.keySet());
        }
        return schema;
    }

    void requireTable(String name) {
        table(name);
    }

    void requireKpi(String id) {
        if (!kpis.containsKey(id)) {
            throw unknown("KPI", id, kpis.keySet());
        }
    }

    void requireDimension(String name) {
        if (dimension(name).isEmpty()) {
            throw unknown(
                    "judged dimension",
                    name,
                    model.dimensions().stream().map(JudgedDimension::id).toList());
        }
    }

    void requireInput(Optional<String> kpi, String name) {
        kpi.ifPresent(this::requireKpi);
        if (inputs(kpi, name).isEmpty() && !mayBeOfBroken(kpi)) {
            throw unknown(kpi.map(id -> "input of " + id).orElse("input"), name, inputNames());
        }
    }

    /** Whether an unknown input may belong to a KPI whose text could not be understood: nobody knows what that asks for. */
    boolean mayBeOfBroken(Optional<String> kpi) {
        return kpi.isPresent()
                ? kpi(kpi.get()).filter(KpiModel::isBroken).isPresent()
                : kpis.values().stream().anyMatch(KpiModel::isBroken);
    }

    /** A name of an input that the mistyped one may have meant. */
    Optional<String> nearInput(String name) {
        return Suggestion.nearest(name, inputNames());
    }

    Optional<String> nearKpi(String id) {
        return Suggestion.nearest(id, kpis.keySet());
    }

    /** The milestones of a KPI in a period; empty where it has none. */
    Optional<Milestones> milestones(String id, ReportingPeriod period) {
        return kpi(id).flatMap(model -> model.version(period))
                .map(KpiVersion::rule)
                .filter(Milestones.class::isInstance)
                .map(Milestones.class::cast);
    }

    void requireMilestones(String id, ReportingPeriod period, Collection<String> names) {
        requireKpi(id);
        Milestones rule =
                milestones(id, period).orElseThrow(() -> new KpiUsageException(id + " has no milestones in " + period));
        List<String> known = rule.stages().stream().map(Milestones.Stage::id).toList();
        for (String name : names) {
            if (!known.contains(name)) {
                throw unknown("milestone of " + id, name, known);
            }
        }
    }

    private static KpiUsageException unknown(String what, String name, Collection<String> known) {
        String near = Suggestion.nearest(name, known)
                .map(other -> "; did you mean \"" + other + "\"?")
                .orElse("");
        return new KpiUsageException("no " + what + " is named \"" + name + "\"" + near);
    }
}
