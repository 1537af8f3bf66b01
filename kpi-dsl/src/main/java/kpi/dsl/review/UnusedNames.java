package kpi.dsl.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.analysis.CanonicalName;
import kpi.dsl.syntax.ColumnDeclaration;
import kpi.dsl.syntax.ColumnTypeWord;
import kpi.dsl.syntax.Declaration.DatasetDeclaration;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.Declaration.UnitDeclaration;
import kpi.dsl.syntax.InputDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.source.Span;

/** Names that are declared and never used: often another name was mistyped. */
final class UnusedNames {
    private final Declared declared;
    private final Words words;
    private final Set<String> sound;
    private final Consumer<Problem> problems;

    /** @param sound the ids of KPIs without errors: what a broken one was meant to use is not known */
    UnusedNames(Declared declared, Set<String> sound, Words words, Consumer<Problem> problems) {
        this.declared = declared;
        this.sound = sound;
        this.words = words;
        this.problems = problems;
    }

    /** Of inputs and definitions. */
    void tellOfKpis() {
        declared.kpis().stream()
                .filter(kpi -> sound.contains(kpi.id().spelling()))
                .forEach(this::tellOf);
    }

    /** Of datasets, their columns, and units. */
    void tellOfShared() {
        tellOfDatasets();
        tellOfUnits();
    }

    /**
     * Inputs and definitions are used within their KPI. What an example gives is no use of it; the inputs of a KPI whose
     * actual is only reported tell what it was computed from; the definitions of a KPI per row or group are figures of its
     * rows.
     */
    private void tellOf(KpiDeclaration kpi) {
        boolean computes = !Declared.clauses(kpi, KpiClause.FormulaClause.class).isEmpty()
                || !Declared.clauses(kpi, KpiClause.PointsClause.class).isEmpty();
        if (!computes) {
            return;
        }
        List<Span> examples = new ArrayList<>();
        Declared.clauses(kpi, KpiClause.ExampleClause.class).forEach(example -> examples.add(example.span()));
        Map<String, List<Named>> inputs = new LinkedHashMap<>();
        for (InputDeclaration input : Declared.inputs(kpi)) {
            List<String> spellings = new ArrayList<>(List.of(input.name().spelling()));
            input.aliases().stream().map(Label::text).forEach(spellings::add);
            inputs.computeIfAbsent(CanonicalName.of(input.name().spelling()), name -> new ArrayList<>())
                    .add(new Named(spellings, input.name().span()));
        }
        inputs.values().forEach(same -> tellOf(INPUT, same, kpi, examples));
        if (kpi.per().isEmpty()) {
            Map<String, List<Named>> definitions = new LinkedHashMap<>();
            for (KpiClause.Definition definition : Declared.clauses(kpi, KpiClause.Definition.class)) {
                definitions
                        .computeIfAbsent(CanonicalName.of(definition.name().spelling()), name -> new ArrayList<>())
                        .add(new Named(
                                List.of(definition.name().spelling()),
                                definition.name().span()));
            }
            definitions.values().forEach(same -> tellOf(DEFINITION, same, kpi, examples));
        }
    }

    private static final LocalText INPUT = new LocalText("資料項", "input");
    private static final LocalText DEFINITION = new LocalText("定義", "definition");
    private static final LocalText DATASET = new LocalText("資料表", "dataset");
    private static final LocalText COLUMN = new LocalText("欄位", "column");
    private static final LocalText UNIT = new LocalText("單位", "unit");

    private record Named(List<String> spellings, Span span) {}

    /** One name, declared perhaps in several versions. */
    private void tellOf(LocalText kind, List<Named> same, KpiDeclaration kpi, List<Span> examples) {
        List<Span> except = new ArrayList<>(examples);
        same.forEach(named -> except.add(named.span()));
        Regions regions = Regions.of(except);
        boolean used = same.stream()
                .flatMap(named -> named.spellings().stream())
                .anyMatch(spelling -> words.stands(spelling, kpi.span(), regions));
        if (!used) {
            tell(kind, same.get(0).spellings().get(0), same.get(0).span());
        }
    }

    private void tellOfDatasets() {
        Regions declarations = Regions.of(
                declared.datasets().stream().map(DatasetDeclaration::span).toList());
        Set<String> seen = new HashSet<>();
        for (DatasetDeclaration dataset : declared.datasets()) {
            String name = dataset.name().spelling();
            if (!seen.add(CanonicalName.of(name))) {
                continue;
            }
            if (isShared(name)) {
                continue;
            }
            if (words.stands(name, declarations)) {
                dataset.columns().stream()
                        .filter(column -> !tellsRowsApart(column))
                        .filter(column -> !isUsed(column, declarations))
                        .forEach(column -> tell(
                                COLUMN, column.name().spelling(), column.name().span()));
            } else {
                tell(DATASET, name, dataset.name().span());
            }
        }
    }

    /** A dataset of several KPIs is described for all of them: what none of them uses yet is no slip. */
    private boolean isShared(String name) {
        Regions everywhere = Regions.of(List.of());
        return declared.kpis().stream()
                        .filter(kpi -> words.stands(name, kpi.span(), everywhere))
                        .limit(2)
                        .count()
                > 1;
    }

    private boolean isUsed(ColumnDeclaration column, Regions declarations) {
        return words.stands(column.name().spelling(), declarations)
                || column.aliases().stream().anyMatch(alias -> words.stands(alias.text(), declarations));
    }

    /** Keys and periods are used without being named; texts, months and days show a reader which row is meant. */
    private static boolean tellsRowsApart(ColumnDeclaration column) {
        return column.type() instanceof ColumnTypeWord.NamedType named
                && switch (named.kind()) {
                    case KEY, PERIOD, TEXT, MONTH, DATE -> true;
                    case NUMBER, YES_NO -> false;
                };
    }

    private void tellOfUnits() {
        for (UnitDeclaration unit : declared.units()) {
            String name = unit.name().spelling();
            Regions own = Regions.of(List.of(unit.name().span()));
            if (!words.endsNumber(name) && !words.stands(name, own)) {
                tell(UNIT, name, unit.name().span());
            }
        }
    }

    private void tell(LocalText kind, String name, Span span) {
        problems.accept(Problem.of(ReviewCode.UNUSED_NAME, span)
                .with("kind", kind)
                .with("name", name)
                .build());
    }
}
