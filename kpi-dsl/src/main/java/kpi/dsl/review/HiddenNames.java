package kpi.dsl.review;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.analysis.CanonicalName;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.Declaration.DatasetDeclaration;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.InputDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.model.KpiModel;
import kpi.model.ScorecardModel;
import kpi.source.Span;

/**
 * Inputs and definitions whose name is also that of a column, a dataset, another KPI, or a figure of the KPI itself: a
 * reader cannot see which of the two is meant.
 */
final class HiddenNames {
    private static final Set<String> FIGURES = Set.of("實際值", "actual", "目標值", "target", "目標達成度", "attainment");

    private static final LocalText INPUT = new LocalText("資料項", "input");
    private static final LocalText DEFINITION = new LocalText("定義", "definition");

    private final Declared declared;
    private final Map<String, KpiModel> models = new HashMap<>();
    private final Words words;
    private final Consumer<Problem> problems;
    private final Map<String, Span> kpis = new HashMap<>();
    private final Map<String, Span> datasets = new HashMap<>();
    private final Map<String, List<Column>> columns = new HashMap<>();

    private record Column(String dataset, String name, Span span) {}

    private record Named(LocalText kind, String name, Span span) {}

    HiddenNames(Declared declared, ScorecardModel model, Words words, Consumer<Problem> problems) {
        this.declared = declared;
        model.kpis().forEach(kpi -> models.put(kpi.id(), kpi));
        this.words = words;
        this.problems = problems;
        declared.kpis()
                .forEach(kpi -> kpis.putIfAbsent(
                        CanonicalName.of(kpi.id().spelling()), kpi.id().span()));
        for (DatasetDeclaration dataset : declared.datasets()) {
            String name = dataset.name().spelling();
            if (datasets.putIfAbsent(CanonicalName.of(name), dataset.name().span()) == null) {
                dataset.columns().forEach(column -> add(name, column));
            }
        }
    }

    private void add(String dataset, ColumnDeclaration column) {
        List<String> names = new ArrayList<>(List.of(column.name().spelling()));
        column.aliases().stream().map(Label::text).forEach(names::add);
        for (String name : names) {
            columns.computeIfAbsent(CanonicalName.of(name), n -> new ArrayList<>())
                    .add(new Column(dataset, name, column.name().span()));
        }
    }

    void tell() {
        declared.kpis().forEach(this::tellOf);
    }

    private void tellOf(KpiDeclaration kpi) {
        Map<String, Named> names = new LinkedHashMap<>();
        for (InputDeclaration input : Declared.inputs(kpi)) {
            add(names, new Named(INPUT, input.name().spelling(), input.name().span()));
        }
        for (KpiClause.Definition definition : Declared.clauses(kpi, KpiClause.Definition.class)) {
            add(
                    names,
                    new Named(
                            DEFINITION,
                            definition.name().spelling(),
                            definition.name().span()));
        }
        names.forEach((canonical, named) -> tellOf(kpi, canonical, named));
    }

    private static void add(Map<String, Named> names, Named named) {
        names.putIfAbsent(CanonicalName.of(named.name()), named);
    }

    private void tellOf(KpiDeclaration kpi, String name, Named named) {
        for (Column column : columns.getOrDefault(name, List.of())) {
            if (words.stands(column.dataset(), kpi.span(), Regions.NONE)) {
                LocalText where =
                        new LocalText("在「" + column.dataset() + "」的各列裡", "in the rows of “" + column.dataset() + "”");
                tell(named, where, new LocalText("該表的欄位", "their column"), column.span());
                return;
            }
        }
        Span dataset = datasets.get(name);
        if (dataset != null) {
            tell(named, ELSEWHERE, new LocalText("資料表", "a dataset"), dataset);
            return;
        }
        Span other = kpis.get(name);
        if (other != null && !name.equals(CanonicalName.of(kpi.id().spelling()))) {
            tell(named, ELSEWHERE, new LocalText("另一指標", "another KPI"), other);
            return;
        }
        if (FIGURES.contains(name) && scores(kpi)) {
            tell(
                    named,
                    new LocalText("在目標達成度與達成條件裡", "where attainment is computed"),
                    new LocalText("指標本身的數值", "the KPI's own figure"),
                    kpi.id().span());
        }
    }

    private static final LocalText ELSEWHERE = new LocalText("在別處", "elsewhere");

    private boolean scores(KpiDeclaration kpi) {
        KpiModel read = models.get(kpi.id().spelling());
        return read != null
                && read.versions().stream()
                        .anyMatch(version -> version.attainment().isPresent());
    }

    private void tell(Named named, LocalText where, LocalText other, Span place) {
        problems.accept(Problem.of(ReviewCode.HIDDEN_NAME, named.span())
                .with("name", named.name())
                .with("kind", named.kind())
                .with("where", where)
                .with("other", other)
                .related(place, "declared-here", "name", named.name())
                .build());
    }
}
