package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.AttainedRule;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.source.Place;
import kpi.source.Span;

/** The clauses of a KPI, or of one version of it, by kind; a second clause of a kind that allows one is a problem. */
final class Clauses implements KpiClause.Visitor<Clauses> {
    private static final Set<Class<? extends KpiClause>> RULES =
            Set.of(KpiClause.FormulaClause.class, KpiClause.PointsClause.class, KpiClause.MilestonesClause.class);

    private final Reporter reporter;
    private final Map<Class<? extends KpiClause>, KpiClause> single = new LinkedHashMap<>();
    private final Map<Class<? extends KpiClause>, Integer> distance = new LinkedHashMap<>();
    private final List<KpiClause> several = new ArrayList<>();

    private Clauses(Reporter reporter) {
        this.reporter = reporter;
    }

    static Clauses of(List<KpiClause> clauses, Reporter reporter) {
        Clauses result = new Clauses(reporter);
        clauses.forEach(clause -> clause.accept(result));
        return result;
    }

    /** The one clause of a kind. */
    <T extends KpiClause> Optional<T> one(Class<T> kind) {
        return Optional.ofNullable(single.get(kind)).map(kind::cast);
    }

    /** Whether a clause was written in this very block. */
    boolean isOwn(Class<? extends KpiClause> kind) {
        return distance.getOrDefault(kind, 0) == 0;
    }

    /** Whether a clause was written in a block further in than another: in the KPI, not in its scorecard. */
    boolean isNearer(Class<? extends KpiClause> kind, Class<? extends KpiClause> other) {
        return distance.getOrDefault(kind, 0) < distance.getOrDefault(other, 0);
    }

    /** Whether the one clause of a kind is that of a block around. */
    boolean isInherited(Class<? extends KpiClause> kind) {
        return distance.getOrDefault(kind, 0) > 0;
    }

    /** All clauses of a kind, in the order of the text. */
    <T extends KpiClause> List<T> all(Class<T> kind) {
        return several.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Whether there is no clause at all. */
    boolean isSilent() {
        return single.isEmpty() && several.isEmpty();
    }

    /** Whether others say nothing else: they are silent, or are the same clauses, or these are silent. */
    boolean saysAsMuchAs(Clauses others) {
        return isSilent()
                || others.isSilent()
                || texts(single.values()).equals(texts(others.single.values()))
                        && texts(several).equals(texts(others.several));
    }

    private static List<String> texts(java.util.Collection<KpiClause> clauses) {
        return clauses.stream()
                .map(clause -> clause.span().text().replaceAll("\\s+", " "))
                .sorted()
                .toList();
    }

    /** Whether part of the text could not be read. */
    boolean isBroken() {
        return !all(KpiClause.BrokenClause.class).isEmpty();
    }

    /** These clauses where they speak, the others' where they are silent. */
    Clauses over(Clauses others) {
        Clauses result = new Clauses(reporter);
        others.single.forEach((kind, clause) -> {
            if (kind == KpiClause.NotComparable.class) {
                return; // a break is that of one version
            }
            boolean rule = RULES.contains(kind)
                    || clause instanceof KpiClause.ActualClause line
                            && line.milestone().isPresent()
                            && !single.containsKey(KpiClause.MilestonesClause.class);
            if ((!rule || !hasRule()) && !(clause instanceof KpiClause.AttainmentClause && isWithoutTarget())) {
                result.single.put(kind, clause);
                result.distance.put(kind, others.distance.getOrDefault(kind, 0) + 1);
            }
        });
        result.single.putAll(single);
        single.keySet().forEach(kind -> result.distance.put(kind, distance.getOrDefault(kind, 0)));
        others.several.stream().flatMap(this::inherited).forEach(result.several::add);
        result.several.addAll(several);
        return result;
    }

    /** What of an earlier version still holds: names not declared anew, and figures if the unit is still the same. */
    private Stream<KpiClause> inherited(KpiClause clause) {
        if (clause instanceof KpiClause.TargetClause
                || clause instanceof KpiClause.LevelClause
                || clause instanceof KpiClause.ReportedClause) {
            boolean other = single.containsKey(KpiClause.UnitClause.class)
                    || single.containsKey(KpiClause.MilestonesClause.class);
            return other ? Stream.empty() : Stream.of(clause);
        }
        if (clause instanceof KpiClause.Inputs inputs) {
            return Stream.of(new KpiClause.Inputs(
                    inputs.span(),
                    inputs.inputs().stream()
                            .filter(input -> !declaredAnew(input.name().spelling()))
                            .toList()));
        }
        if (clause instanceof KpiClause.Definition definition) {
            return declaredAnew(definition.name().spelling()) ? Stream.empty() : Stream.of(clause);
        }
        if (clause instanceof KpiClause.AttainedClause && isWithoutTarget()) {
            return Stream.empty();
        }
        if (clause instanceof KpiClause.Define define) {
            return definedAnew(define.declaration().name().spelling()) ? Stream.empty() : Stream.of(clause);
        }
        if (clause instanceof KpiClause.MissingClause missing) {
            return Stream.of(new KpiClause.MissingClause(
                    missing.span(),
                    missing.kind(),
                    missing.names().stream()
                            .filter(name -> !isRuledAnew(name.spelling()))
                            .toList(),
                    missing.policy()));
        }
        if (clause instanceof KpiClause.Source) {
            return all(KpiClause.Source.class).isEmpty() ? Stream.of(clause) : Stream.empty();
        }
        if (clause instanceof KpiClause.PrintedText) {
            // It is of the formula that it stands beside.
            boolean ofAnother = hasRule() || !all(KpiClause.PrintedText.class).isEmpty();
            return ofAnother ? Stream.empty() : Stream.of(clause);
        }
        boolean ofOneVersion = clause instanceof KpiClause.VersionClause
                || clause instanceof KpiClause.ExampleClause
                || clause instanceof KpiClause.PublishedClause
                || clause instanceof KpiClause.Tables;
        return ofOneVersion ? Stream.empty() : Stream.of(clause);
    }

    /** 不設目標: what a scorecard says about targets does not concern this KPI. */
    boolean isWithoutTarget() {
        return one(KpiClause.DirectionClause.class)
                .filter(KpiClause.DirectionClause::withoutTarget)
                .isPresent();
    }

    private boolean declaredAnew(String name) {
        String canonical = CanonicalName.of(name);
        return all(KpiClause.Inputs.class).stream()
                        .flatMap(inputs -> inputs.inputs().stream())
                        .anyMatch(input ->
                                CanonicalName.of(input.name().spelling()).equals(canonical))
                || all(KpiClause.Definition.class).stream()
                        .anyMatch(definition ->
                                CanonicalName.of(definition.name().spelling()).equals(canonical));
    }

    private boolean definedAnew(String name) {
        return all(KpiClause.Define.class).stream()
                .anyMatch(define ->
                        CanonicalName.of(define.declaration().name().spelling()).equals(CanonicalName.of(name)));
    }

    private boolean isRuledAnew(String name) {
        String canonical = CanonicalName.of(name);
        return all(KpiClause.MissingClause.class).stream()
                .flatMap(missing -> missing.names().stream())
                .anyMatch(other -> CanonicalName.of(other.spelling()).equals(canonical));
    }

    boolean hasRule() {
        return RULES.stream().anyMatch(single::containsKey);
    }

    private Clauses add(KpiClause clause) {
        KpiClause earlier = single.putIfAbsent(clause.getClass(), clause);
        if (earlier != null) {
            duplicate(clause, earlier);
        }
        return this;
    }

    private static boolean sameText(KpiClause.ReportedClause one, KpiClause.ReportedClause other) {
        return one.replacesFormula()
                .map(Label::text)
                .equals(other.replacesFormula().map(Label::text));
    }

    private void duplicate(KpiClause clause, KpiClause earlier) {
        reporter.report(
                Problem.of(AnalysisCode.DUPLICATE_CLAUSE, clause.span()).related(earlier.span(), "first-clause"));
    }

    /** A clause that only the KPI itself can say. */
    static Problem.Builder ofTheKpi(Span clause) {
        return Problem.of(AnalysisCode.CLAUSE_OF_THE_KPI, clause).with("word", clause.text());
    }

    private Clauses append(KpiClause clause) {
        several.add(clause);
        return this;
    }

    @Override
    public Clauses visitOwner(KpiClause.Owner clause) {
        return add(clause);
    }

    @Override
    public Clauses visitAuthority(KpiClause.Authority clause) {
        return add(clause);
    }

    @Override
    public Clauses visitPrintedText(KpiClause.PrintedText clause) {
        return append(clause);
    }

    @Override
    public Clauses visitNote(KpiClause.Note clause) {
        return append(clause);
    }

    @Override
    public Clauses visitSource(KpiClause.Source clause) {
        return append(clause);
    }

    @Override
    public Clauses visitInputs(KpiClause.Inputs clause) {
        return append(clause);
    }

    @Override
    public Clauses visitTables(KpiClause.Tables clause) {
        return append(clause);
    }

    @Override
    public Clauses visitDefinition(KpiClause.Definition clause) {
        return append(clause);
    }

    @Override
    public Clauses visitDefine(KpiClause.Define clause) {
        return append(clause);
    }

    @Override
    public Clauses visitFormula(KpiClause.FormulaClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitMissing(KpiClause.MissingClause clause) {
        return append(clause);
    }

    @Override
    public Clauses visitUnit(KpiClause.UnitClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitActual(KpiClause.ActualClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitDirection(KpiClause.DirectionClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitTarget(KpiClause.TargetClause clause) {
        return append(clause);
    }

    @Override
    public Clauses visitLevel(KpiClause.LevelClause clause) {
        all(KpiClause.LevelClause.class).stream()
                .filter(earlier -> earlier.level() == clause.level())
                .findFirst()
                .ifPresent(earlier -> duplicate(clause, earlier));
        return append(clause);
    }

    @Override
    public Clauses visitReported(KpiClause.ReportedClause clause) {
        // What replaces the formula replaces it for one reason.
        all(KpiClause.ReportedClause.class).stream()
                .filter(earlier -> clause.replacesFormula().isPresent()
                        && earlier.replacesFormula().isPresent()
                        && !sameText(clause, earlier))
                .findFirst()
                .ifPresent(earlier -> duplicate(clause, earlier));
        return append(clause);
    }

    @Override
    public Clauses visitReportedFile(KpiClause.ReportedFile clause) {
        return add(clause);
    }

    @Override
    public Clauses visitAttainment(KpiClause.AttainmentClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitAttained(KpiClause.AttainedClause clause) {
        for (KpiClause.AttainedClause earlier : all(KpiClause.AttainedClause.class)) {
            boolean stated = clause.rule() instanceof AttainedRule.Asserted;
            boolean wasStated = earlier.rule() instanceof AttainedRule.Asserted;
            if (!stated && !wasStated) {
                duplicate(clause, earlier);
            } else if (clause.rule() instanceof AttainedRule.Asserted said
                    && earlier.rule() instanceof AttainedRule.Asserted before
                    && said.period().text().equals(before.period().text())) {
                reporter.report(Series.duplicatePeriod(said.period(), Place.of(before.span())));
            }
        }
        return append(clause);
    }

    @Override
    public Clauses visitGrade(KpiClause.GradeClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitLight(KpiClause.LightClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitRank(KpiClause.RankClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitPoints(KpiClause.PointsClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitMilestones(KpiClause.MilestonesClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitRollUp(KpiClause.RollUpClause clause) {
        return add(clause);
    }

    @Override
    public Clauses visitPublished(KpiClause.PublishedClause clause) {
        return append(clause);
    }

    @Override
    public Clauses visitPublishedColumn(KpiClause.PublishedColumn clause) {
        return add(clause);
    }

    @Override
    public Clauses visitExample(KpiClause.ExampleClause clause) {
        return append(clause);
    }

    @Override
    public Clauses visitVersion(KpiClause.VersionClause clause) {
        return append(clause);
    }

    @Override
    public Clauses visitNotComparable(KpiClause.NotComparable clause) {
        return add(clause);
    }

    @Override
    public Clauses visitLaw(KpiClause.LawClause clause) {
        return append(clause);
    }

    @Override
    public Clauses visitBroken(KpiClause.BrokenClause clause) {
        return append(clause);
    }
}
