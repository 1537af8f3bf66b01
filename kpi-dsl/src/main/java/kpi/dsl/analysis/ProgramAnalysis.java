package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.data.Rating;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import kpi.dsl.syntax.Declaration;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.SourceFile;
import kpi.function.KpiFunctions;
import kpi.model.Claims;
import kpi.model.KpiModel;
import kpi.model.KpiReferences;
import kpi.model.ScorecardModel;
import kpi.source.Span;
import kpi.unit.Units;
import kpi.value.CalendarKind;

/**
 * All files of a program together: what people wrote to what it means. Nothing depends on the order of files or of
 * declarations; every problem of every file is found in one run.
 */
public final class ProgramAnalysis {
    /** The order a reader finds files in, whatever order a host gives them in: what is first does not depend on it. */
    private static final Comparator<SourceFile> BY_NAME = Comparator.comparing(
                    (SourceFile file) -> file.source().name())
            .thenComparing(file -> file.source().text());

    private final KpiFunctions functions;
    private final Limits limits;
    private final Reporter reporter = new Reporter();
    private final List<Declaration> declarations = new ArrayList<>();

    private final List<Problem> unread;

    /** What declarations of a KPI that is declared already say it comes to. */
    private final Map<String, Claims> notRead = new HashMap<>();

    private ProgramAnalysis(List<Problem> unread, KpiFunctions functions, Limits limits) {
        this.unread = unread;
        this.functions = functions;
        this.limits = limits;
    }

    /** A typed model and the problems found on the way; KPIs with errors are in the model as broken. */
    public record Analysed(ScorecardModel model, List<Problem> problems) {}

    /**
     * Analyses files that compile together.
     *
     * @param unread what the parser could not read: a KPI that holds such a place is broken by it
     */
    public static Analysed analyse(
            List<SourceFile> files, List<Problem> unread, KpiFunctions functions, Limits limits) {
        ProgramAnalysis analysis = new ProgramAnalysis(unread, functions, limits);
        files.stream().sorted(BY_NAME).forEach(file -> analysis.declarations.addAll(file.declarations()));
        return analysis.read();
    }

    private Analysed read() {
        int most = limits.size(Limit.DECLARATIONS);
        if (declarations.size() > most) {
            reporter.report(Problem.of(
                            AnalysisCode.LIMIT_DECLARATIONS,
                            declarations.get(most).span())
                    .with("limit", most));
            declarations.subList(most, declarations.size()).clear();
        }
        Headings headings = new Headings(reporter);
        headings.checkLevels(all(Declaration.LanguageLevel.class));
        CalendarKind calendar = headings.calendar(all(Declaration.Calendar.class));
        Literals literals =
                new Literals(new DeclaredUnits(limits, reporter).read(all(Declaration.UnitDeclaration.class)), limits);
        Tables tables = new Tables(calendar, literals, reporter);
        all(Declaration.DatasetDeclaration.class).forEach(tables::declare);
        List<KpiDeclaration> declared = all(KpiDeclaration.class);
        List<Declaration.DatasetDeclaration> datasets = new ArrayList<>(all(Declaration.DatasetDeclaration.class));
        for (KpiDeclaration kpi : declared) {
            allTables(kpi.clauses()).forEach(tables::declare);
            datasets.addAll(allTables(kpi.clauses()));
        }
        LookUpTables lookUps = new LookUpTables(literals, tables, reporter);
        all(Declaration.LookUpDeclaration.class).forEach(lookUps::declare);
        lookUps.read();
        headings.checkNames(declared, datasets);
        Map<String, Symbols.KpiSignature> signatures = new LinkedHashMap<>();
        List<KpiDeclaration> kpis = unique(declared, tables, signatures, literals);
        CardAnalysis card =
                new CardAnalysis(signatures, literals, span -> !unreadIn(span).isEmpty(), reporter);
        List<CardAnalysis.Card> cards = cards(card, signatures);
        kpis.addAll(card.nodes());
        RowTables rows = new RowTables(tables.schemas(), signatures);
        List<KpiDeclaration> inOrder = rows.read(kpis);
        kpis.forEach(kpi -> tables.reported(kpi, signatures));
        DatedDefines defines = DatedDefines.read(
                all(Declaration.DefineDeclaration.class),
                new DatedDefines.Around(functions, tables, signatures, literals, calendar, lookUps),
                limits,
                reporter);
        Scope outside = outside(
                new Symbols(functions, tables.schemas(), signatures, defines.at(Optional.empty())),
                literals,
                calendar,
                reporter);
        Dimensions dimensions =
                Dimensions.read(all(Declaration.DimensionDeclaration.class), outside, functions, reporter);
        KpiAnalysis.World world = new KpiAnalysis.World(
                calendar, literals, functions, tables.schemas(), tables.columns(), signatures, defines, dimensions);
        Map<KpiDeclaration, KpiAnalysis.Analysed> analysed = new IdentityHashMap<>();
        for (KpiDeclaration kpi : inOrder) {
            List<Problem> breaking = new ArrayList<>(unreadIn(kpi.span()));
            breaking.addAll(rows.problems(kpi));
            analysed.put(
                    kpi,
                    new KpiAnalysis(world, kpi, breaking)
                            .read(card.defaults(kpi.id().spelling())));
        }
        List<KpiModel> models = new ArrayList<>();
        for (KpiDeclaration kpi : kpis) {
            KpiAnalysis.Analysed read = Objects.requireNonNull(analysed.get(kpi));
            models.add(withNotRead(read.model()));
            reporter.reportAll(rows.problems(kpi));
            reporter.reportAll(read.problems());
        }
        LookAlikeNames.report(models, reporter);
        new MeasuredChildren(declared, models, reporter).check(card.nodes());
        Set<String> nodes =
                card.nodes().stream().map(node -> node.id().spelling()).collect(Collectors.toSet());
        models.addAll(dimensions.scores(
                signatures.values().stream()
                        .filter(kpi -> kpi.rows().isEmpty() && !nodes.contains(kpi.id()))
                        .toList(),
                (dimension, kpi, to) -> {
                    Symbols own = new Symbols(functions, tables.schemas(), signatures, defines.at(dimension.from()));
                    own.setScored(kpi);
                    ExpressionAnalysis analysis = new ExpressionAnalysis(outside(own, literals, calendar, to));
                    return analysis.analyse(dimension.formula().orElseThrow().value(), Units.POINTS)
                            .flatMap(term -> new ResultUnit(analysis.operators(), to).fit(term, Units.POINTS));
                },
                reporter));
        List<String> order = order(models);
        Symbols symbols = new Symbols(functions, tables.schemas(), signatures, defines.at(Optional.empty()));
        List<Rating> ratings = new ArrayList<>();
        for (Declaration.RatingsDeclaration table : all(Declaration.RatingsDeclaration.class)) {
            ratings.addAll(new Ratings(calendar, literals, symbols, dimensions.all(), reporter).read(table));
        }
        PublishedFigures figures = new PublishedFigures(new Series(calendar, literals, reporter), literals, reporter);
        ScorecardModel model = new ScorecardModel(
                cards.stream()
                        .map(each -> new ScorecardModel.Card(each.root(), figures.ofScorecard(each.published())))
                        .toList(),
                calendar,
                models,
                order,
                tables.stated(),
                ratings,
                dimensions.all());
        return new Analysed(model, reporter.problems());
    }

    private KpiModel withNotRead(KpiModel model) {
        return Optional.ofNullable(notRead.get(CanonicalName.of(model.id())))
                .map(more -> model.with(model.claims().and(more.unworked(), more.untried())))
                .orElse(model);
    }

    private static Scope outside(Symbols symbols, Literals literals, CalendarKind calendar, Reporter to) {
        return new Scope(
                symbols, literals, calendar, Optional.empty(), Optional.empty(), Optional.empty(), new Notes(), to);
    }

    private List<Problem> unreadIn(Span declaration) {
        return unread.stream()
                .filter(problem -> problem.severity() == Severity.ERROR)
                .filter(problem -> problem.place()
                        .span()
                        .filter(span -> span.source().equals(declaration.source()) && declaration.contains(span))
                        .isPresent())
                .toList();
    }

    private <T extends Declaration> List<T> all(Class<T> kind) {
        return declarations.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    private static List<Declaration.DatasetDeclaration> allTables(List<KpiClause> clauses) {
        List<Declaration.DatasetDeclaration> tables = new ArrayList<>();
        for (KpiClause clause : clauses) {
            if (clause instanceof KpiClause.Tables declared) {
                tables.addAll(declared.tables());
            } else if (clause instanceof KpiClause.VersionClause version) {
                tables.addAll(allTables(version.clauses()));
            }
        }
        return tables;
    }

    private List<KpiDeclaration> unique(
            List<KpiDeclaration> declared,
            Tables tables,
            Map<String, Symbols.KpiSignature> signatures,
            Literals literals) {
        Map<String, Span> seen = new LinkedHashMap<>();
        List<KpiDeclaration> kpis = new ArrayList<>();
        for (KpiDeclaration kpi : declared) {
            String id = kpi.id().spelling();
            Span earlier = seen.putIfAbsent(CanonicalName.of(id), kpi.id().span());
            if (earlier != null) {
                Problem twice =
                        Definitions.duplicate(id, kpi.id().span(), earlier).build();
                reporter.report(twice);
                notRead.merge(
                        CanonicalName.of(id),
                        KpiAnalysis.ofBroken(kpi.clauses(), any -> twice),
                        (one, other) -> one.and(other.unworked(), other.untried()));
                continue;
            }
            tables.place(id)
                    .ifPresent(table ->
                            reporter.report(Definitions.duplicate(id, kpi.id().span(), table)));
            if (functions.find(id).isPresent() || Calls.aggregate(id).isPresent()) {
                reporter.report(
                        Problem.of(AnalysisCode.NAME_OF_A_FUNCTION, kpi.id().span())
                                .with("name", id));
            }
            Clauses clauses = Clauses.of(kpi.clauses(), new Reporter());
            signatures.put(CanonicalName.of(id), new Symbols.KpiSignature(id, VersionAnalysis.unit(clauses, literals)));
            kpis.add(kpi);
        }
        return kpis;
    }

    private List<CardAnalysis.Card> cards(CardAnalysis analysis, Map<String, Symbols.KpiSignature> signatures) {
        List<Declaration.ScorecardDeclaration> declared = all(Declaration.ScorecardDeclaration.class);
        List<String> ids =
                signatures.values().stream().map(Symbols.KpiSignature::id).toList();
        if (declared.isEmpty()) {
            return List.of(new CardAnalysis.Card(CardAnalysis.implied(ids), List.of()));
        }
        Map<String, Span> seen = new LinkedHashMap<>();
        List<CardAnalysis.Card> cards = new ArrayList<>();
        for (Declaration.ScorecardDeclaration card : declared) {
            String id = card.id().spelling();
            Span earlier = seen.putIfAbsent(CanonicalName.of(id), card.id().span());
            if (earlier != null) {
                reporter.report(Definitions.duplicate(id, card.id().span(), earlier));
            } else {
                cards.add(analysis.read(card));
            }
        }
        for (KpiDeclaration kpi : all(KpiDeclaration.class)) {
            if (!analysis.places(kpi.id().spelling())) {
                reporter.report(
                        Problem.of(AnalysisCode.KPI_NOT_IN_SCORECARD, kpi.id().span())
                                .with("name", kpi.id().spelling())
                                .with("scorecard", cards.get(0).root().name()));
            }
        }
        return cards;
    }

    /** Every KPI after those it rests on; KPIs in a cycle become broken. */
    private List<String> order(List<KpiModel> models) {
        Map<String, Map<String, Span>> needs = new LinkedHashMap<>();
        Set<String> ids = models.stream().map(KpiModel::id).collect(Collectors.toSet());
        models.forEach(model -> needs.put(model.id(), KpiReferences.of(model, ids)));
        Map<String, Set<String>> names = new LinkedHashMap<>();
        needs.forEach((id, found) -> names.put(id, found.keySet()));
        Dependencies dependencies = Dependencies.of(names);
        Map<String, Problem> walks = new LinkedHashMap<>();
        for (List<String> cycle : dependencies.cycles()) {
            Span at = place(needs, cycle.get(0), cycle.get(1));
            Problem.Builder problem = Problem.of(AnalysisCode.CYCLE, at).with("names", Definitions.shown(cycle));
            for (int i = 1; i < Math.min(cycle.size() - 1, 10); i++) {
                problem.related(place(needs, cycle.get(i), cycle.get(i + 1)), "in-cycle");
            }
            Problem built = problem.build();
            reporter.report(built);
            dependencies.componentOf(cycle.get(0)).forEach(id -> walks.put(id, built));
        }
        tooLong(dependencies.order(), names).forEach(id -> {
            String need = names.getOrDefault(id, Set.of()).iterator().next();
            Problem built = Problem.of(AnalysisCode.LIMIT_DEPENDENCIES, place(needs, id, need))
                    .with("name", id)
                    .with("limit", limits.get(Limit.DEPENDENCIES))
                    .build();
            reporter.report(built);
            walks.putIfAbsent(id, built);
        });
        models.replaceAll(model -> Optional.ofNullable(walks.get(model.id()))
                .map(walk -> broken(model, walk))
                .orElse(model));
        return dependencies.order();
    }

    /** The first of each chain that is one KPI longer than it may be. */
    private List<String> tooLong(List<String> order, Map<String, Set<String>> needs) {
        Map<String, Long> length = new HashMap<>();
        List<String> tooLong = new ArrayList<>();
        for (String id : order) {
            long below = needs.getOrDefault(id, Set.of()).stream()
                    .mapToLong(need -> length.getOrDefault(need, 0L))
                    .max()
                    .orElse(0);
            length.put(id, below + 1);
            if (below == limits.get(Limit.DEPENDENCIES)) {
                tooLong.add(id);
            }
        }
        return tooLong;
    }

    private static Span place(Map<String, Map<String, Span>> needs, String from, String to) {
        return Objects.requireNonNull(Objects.requireNonNull(needs.get(from)).get(to));
    }

    private static KpiModel broken(KpiModel model, Problem problem) {
        return KpiModel.broken(
                model.head(), model.per(), model.claims().broken(problem), List.of(problem), model.span());
    }
}
