package kpi.score;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.FigureSource;
import kpi.engine.Outcome;
import kpi.engine.PiecesRows;
import kpi.engine.Provenance;
import kpi.model.ActualRule;
import kpi.model.AttainedRule;
import kpi.model.AttainmentMethod;
import kpi.model.Direction;
import kpi.model.DirectionByData;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Level;
import kpi.model.LevelFigure;
import kpi.model.LevelFigures;
import kpi.model.Milestones;
import kpi.model.Target;
import kpi.model.Term;
import kpi.number.Exact;
import kpi.result.Mark;
import kpi.result.Verdict;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.Absence;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Truth;

/** Evaluates one KPI in one period: its actual, target, attainment and verdict. */
final class KpiEvaluator {
    private final ReportingPeriod period;
    private final Known known;
    private final DoneFigures done;
    private final Engine engine;
    private final RowScorer rows;

    KpiEvaluator(ReportingPeriod period, Known known, DoneFigures done, Engine engine, RowScorer rows) {
        this.period = Objects.requireNonNull(period, "period");
        this.known = Objects.requireNonNull(known, "known");
        this.done = Objects.requireNonNull(done, "done");
        this.engine = Objects.requireNonNull(engine, "engine");
        this.rows = rows;
    }

    KpiEvaluator(ReportingPeriod period, Known known, DoneFigures done, Engine engine) {
        this(period, known, done, engine, new RowScorer(period, known, done, engine));
    }

    Scored evaluate(KpiModel kpi) {
        Optional<KpiVersion> version = kpi.version(period);
        if (version.isEmpty()) {
            return withoutVersion(kpi);
        }
        return kpi.per().isOnce() ? scored(kpi, version.get(), actual(kpi, version.get())) : inRows(kpi, version.get());
    }

    /** The KPI at the row or in the group that the engine stands at; what is reported for a period is of no single row. */
    Scored row(KpiModel kpi, KpiVersion version) {
        Optional<Outcome> given = known.given(kpi.id(), Facet.ACTUAL, period);
        if (given.isPresent()) {
            return scored(kpi, version, Actual.without(given.get()));
        }
        Optional<Outcome> stated = version.reportedCell()
                .map(this::evaluate)
                .map(cell -> cell.with(cell.provenance().asReported()));
        return scored(kpi, version, actual(kpi, version, stated));
    }

    /** A term where the engine stands. */
    Outcome evaluate(Term term) {
        return engine.evaluate(term, period, known, done);
    }

    /** A condition about the KPI's own figures and, at a row, its cells. */
    Outcome condition(Scored scored, Term condition) {
        FigureSource own = done.withOwn(
                scored.actual().value(), scored.planned(), scored.attainment().capped());
        return engine.evaluate(condition, period, known, own);
    }

    private Scored inRows(KpiModel kpi, KpiVersion version) {
        RowScorer.Found found = rows.base(kpi, version);
        if (found.base().isEmpty()) {
            return withoutFigures(
                    kpi,
                    version,
                    PiecesRows.neededBy(kpi.id(), kpi.span(), found.absent().orElseThrow()),
                    Optional.empty());
        }
        ScoredRows scored = rows.rows(kpi, version, found.base().get());
        return withoutFigures(kpi, version, RowTexts.inRows(kpi, scored.size()), Optional.of(scored));
    }

    /** A KPI that has its figures row by row, or none for lack of rows. */
    static Scored withoutFigures(KpiModel kpi, KpiVersion version, Outcome why, Optional<ScoredRows> rows) {
        return new Scored(
                kpi,
                Optional.of(version),
                Actual.without(why),
                Engine.Target.of(why),
                Attainment.without(why),
                unjudged(version),
                Set.of(),
                false,
                why instanceof Outcome.Failed failed ? List.of(failed.problem()) : List.of(),
                Optional.empty(),
                rows);
    }

    private Scored scored(KpiModel kpi, KpiVersion rule, Actual actual) {
        Optional<KpiVersion> version = Optional.of(rule);
        Engine.Target target = target(kpi, rule);
        AttainedRule.Asserted asserted = rule.asserted().get(period);
        if (asserted != null) {
            Outcome stated = new Outcome.Present(
                    Quantity.of("100", Units.PERCENT), Provenance.exact().asAsserted());
            return new Scored(
                    kpi,
                    version,
                    actual,
                    target,
                    new Attainment(none(asserted), none(asserted), stated, Optional.empty(), Optional.empty()),
                    Verdict.ATTAINED,
                    EnumSet.of(Mark.ASSERTED),
                    true,
                    problems(kpi, actual, List.of()),
                    grade(rule, actual, stated),
                    Optional.empty());
        }
        return computed(kpi, rule, actual, target);
    }

    private static Outcome none(AttainedRule.Asserted asserted) {
        LocalText reason = new LocalText("認定，不計算：" + asserted.reason(), "asserted, not computed: " + asserted.reason());
        return new Outcome.Missing(
                Absence.NOT_APPLICABLE,
                reason,
                Place.of(asserted.span()),
                Provenance.exact().asAsserted());
    }

    private Scored computed(KpiModel kpi, KpiVersion version, Actual actual, Engine.Target target) {
        List<Problem> more = new ArrayList<>();
        Set<Mark> marks = EnumSet.noneOf(Mark.class);
        AttainmentScorer measured = new AttainmentScorer(period, known, done, engine);
        AttainmentScorer.Choice choice = measured.choose(version, actual, target);
        boolean verdictFirst = choice.rule()
                .filter(rule -> rule.method() == AttainmentMethod.YES_NO)
                .isPresent();
        Attainment attainment;
        Verdict verdict;
        if (verdictFirst) {
            verdict = verdict(version, actual.value(), target, Optional.empty(), more, marks);
            attainment = measured.yesNo(kpi, choice, actual, target, verdict);
        } else {
            attainment = measured.attainment(kpi, version, choice, actual, target);
            verdict = verdict(version, actual.value(), target, Optional.of(attainment.capped()), more, marks);
        }
        if (attainment.capped() instanceof Outcome.Failed failed) {
            more.add(failed.problem());
        }
        return new Scored(
                kpi,
                Optional.of(version),
                actual,
                target,
                attainment,
                verdict,
                marks,
                false,
                problems(kpi, actual, more),
                grade(version, actual, attainment.capped()),
                Optional.empty());
    }

    private static Optional<String> grade(KpiVersion version, Actual actual, Outcome attainment) {
        return version.grade()
                .flatMap(rule -> Figures.number(rule.by() == Facet.ACTUAL ? actual.value() : attainment)
                        .flatMap(figure -> RolledUps.grade(rule, figure, actual.shut())));
    }

    private List<Problem> problems(KpiModel kpi, Actual actual, List<Problem> more) {
        List<Problem> all = new ArrayList<>();
        if (actual.value() instanceof Outcome.Failed failed) {
            all.add(failed.problem());
        }
        if (actual.value() instanceof Outcome.Missing missing && missing.absence() != Absence.NOT_APPLICABLE) {
            all.add(Figures.missing(kpi.id(), Figures.ACTUAL, missing));
        }
        more.stream().filter(problem -> !all.contains(problem)).forEach(all::add);
        return all;
    }

    private Scored withoutVersion(KpiModel kpi) {
        Outcome why;
        if (kpi.isBroken() && !kpi.problems().isEmpty()) {
            why = new Outcome.Failed(kpi.problems().get(0), Provenance.exact());
        } else {
            LocalText reason = new LocalText(
                    kpi.id() + " 在 " + period.display(Language.ZH_TW) + "尚未實施",
                    kpi.id() + " is not in force in " + period.display(Language.EN));
            why = new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(kpi.span()), Provenance.exact());
        }
        return new Scored(
                kpi,
                Optional.empty(),
                Actual.without(known.given(kpi.id(), Facet.ACTUAL, period).orElse(why)),
                Engine.Target.of(known.given(kpi.id(), Facet.TARGET, period).orElse(why)),
                Attainment.without(
                        known.given(kpi.id(), Facet.ATTAINMENT, period).orElse(why)),
                Verdict.UNDECIDED,
                Set.of(),
                false,
                kpi.problems(),
                Optional.empty(),
                Optional.empty());
    }

    /** Which source stands: the formula or the reported actual; two that both could are a problem, never a guess. */
    private Actual actual(KpiModel kpi, KpiVersion version) {
        Optional<Outcome> given = known.given(kpi.id(), Facet.ACTUAL, period);
        if (given.isPresent()) {
            return Actual.without(given.get());
        }
        if (version.rule() instanceof ActualRule.Score score) {
            return score(version, score);
        }
        return actual(kpi, version, known.reported(kpi, version, period));
    }

    private Actual actual(KpiModel kpi, KpiVersion version, Optional<Outcome> reported) {
        if (!version.rule().isComputed()) {
            return reported.map(stated -> milestones(kpi, version, reported(version, stated, Optional.empty())))
                    .orElseGet(() -> Actual.without(nothingReported(kpi)));
        }
        Actual formula = engine.compute(version, period, known, done);
        if (reported.isEmpty()) {
            return formula;
        }
        if (version.reportedReplacesFormula().isPresent() || formula.before() instanceof Outcome.Missing) {
            return reported(version, reported.get(), Optional.of(formula.value()));
        }
        if (reported.get() instanceof Outcome.Missing) {
            return formula;
        }
        return Actual.without(new Outcome.Failed(
                twoSources(kpi, version, reported.get(), formula.value()),
                formula.value().provenance()));
    }

    /** A score that is judged, or computed; where somebody gives one that is computed, both could stand. */
    private Actual score(KpiVersion version, ActualRule.Score rule) {
        Outcome judged = known.judged(rule.kpi(), rule.dimension(), period);
        if (rule.formula().isEmpty()) {
            return Actual.without(judged);
        }
        Actual formula = engine.compute(version, period, known, done);
        if (judged instanceof Outcome.Missing) {
            return formula;
        }
        if (formula.value() instanceof Outcome.Missing) {
            return Actual.without(judged);
        }
        LocalText what = new LocalText(
                rule.kpi() + " " + period.display(Language.ZH_TW) + "的 " + rule.dimension(),
                rule.dimension() + " of " + rule.kpi() + " for " + period.display(Language.EN));
        String given = shown(version, judged);
        Problem problem = Problem.of(ScoreCode.TWO_SOURCES, rule.span())
                .with("what", what)
                .with("first", new LocalText("評分 " + given, "the rating " + given))
                .with(
                        "second",
                        new LocalText(
                                "公式算得 " + shown(version, formula.value()),
                                "the formula's " + shown(version, formula.value())))
                .build();
        return Actual.without(new Outcome.Failed(problem, formula.value().provenance()));
    }

    private Actual reported(KpiVersion version, Outcome stated, Optional<Outcome> formula) {
        Actual stepped = engine.reported(version, stated, period, known, done);
        return new Actual(
                stepped.value(),
                stepped.before(),
                formula,
                stepped.explanation(),
                stepped.definitions(),
                stepped.points(),
                stepped.rollUp(),
                stepped.milestones());
    }

    /** With what is reached of the milestones, where a list of them is stated and no figure. */
    private Actual milestones(KpiModel kpi, KpiVersion version, Actual actual) {
        if (!(version.rule() instanceof Milestones milestones)) {
            return actual;
        }
        return known.reportedPlace(kpi, version, period)
                .flatMap(place -> milestones.reached(place).or(() -> known.reached(place)))
                .map(reached -> actual.with(new MilestonesReached(milestones, reached)))
                .orElse(actual);
    }

    private Outcome nothingReported(KpiModel kpi) {
        LocalText reason = new LocalText(
                "指標 " + kpi.id() + " 沒有 " + period.display(Language.ZH_TW) + "的填報值",
                "the KPI " + kpi.id() + " has no reported actual for " + period.display(Language.EN));
        return new Outcome.Missing(Absence.NOT_REPORTED, reason, Place.of(kpi.span()), Provenance.exact());
    }

    private Problem twoSources(KpiModel kpi, KpiVersion version, Outcome reported, Outcome formula) {
        LocalText what = new LocalText(
                kpi.id() + " " + period.display(Language.ZH_TW) + "的實際值",
                "the actual of " + kpi.id() + " for " + period.display(Language.EN));
        LocalText first =
                new LocalText("填報值 " + shown(version, reported), "the reported actual " + shown(version, reported));
        LocalText second = new LocalText("公式算得 " + shown(version, formula), "the formula's " + shown(version, formula));
        Problem.Builder problem = Problem.of(ScoreCode.TWO_SOURCES, kpi.span())
                .with("what", what)
                .with("first", first)
                .with("second", second);
        known.reportedPlace(kpi, version, period)
                .ifPresent(place -> problem.related(place, "one-source", "text", first));
        return problem.build();
    }

    private static String shown(KpiVersion version, Outcome outcome) {
        return Figures.number(outcome)
                .map(number -> Quantity.canonical(number, version.unit()).display(Language.EN))
                .orElse("–");
    }

    /** The target, and the figures beside it. */
    private Engine.Target target(KpiModel kpi, KpiVersion version) {
        Map<Level, Engine.Target> levels = new EnumMap<>(Level.class);
        for (LevelFigures each : version.levels()) {
            each.in(period).ifPresent(figure -> levels.put(each.level(), level(figure, version)));
        }
        return ofPeriod(kpi, version).beside(levels);
    }

    private Engine.Target level(LevelFigure figure, KpiVersion version) {
        return figure.computed()
                .map(term -> engine.target(term, version.unit(), period, known, done))
                .orElseGet(() -> Engine.Target.of(
                        new Outcome.Present(figure.printed().orElseThrow().quantity(), Provenance.exact())));
    }

    private Engine.Target ofPeriod(KpiModel kpi, KpiVersion version) {
        Optional<Outcome> given = known.given(kpi.id(), Facet.TARGET, period);
        Optional<Target> target = Optional.ofNullable(version.targets().get(period));
        Optional<Term> computed = target.flatMap(Target::computed);
        Engine.Target planned = given.isEmpty() && computed.isPresent()
                ? engine.target(computed.get(), version.unit(), period, known, done)
                : Engine.Target.of(
                        given.orElseGet(() -> version.withoutTarget() ? noTarget(kpi) : stated(kpi, target)));
        if (target.isEmpty()) {
            return given.isEmpty() ? planned : meant(version, planned);
        }
        if (target.get().band().isPresent()) {
            return given.isPresent()
                    ? planned
                    : planned.between(target.get().band().get());
        }
        return target.get().relation().map(planned::meant).orElseGet(() -> directed(version, planned));
    }

    /** A target that an example gives where the text has none means what the direction says. */
    private Engine.Target meant(KpiVersion version, Engine.Target planned) {
        return version.aims().byData().isPresent()
                ? directed(version, planned)
                : planned.meant(version.direction().targetRelation());
    }

    /** The relation of a target whose direction the data decide. */
    private Engine.Target directed(KpiVersion version, Engine.Target planned) {
        Optional<DirectionByData> rule = version.aims().byData();
        if (rule.isEmpty()) {
            return planned;
        }
        Outcome holds = engine.evaluate(rule.get().condition(), period, known, done);
        if (holds instanceof Outcome.Present present) {
            Direction direction = present.present() == Truth.TRUE
                    ? rule.get().then()
                    : rule.get().otherwise();
            return planned.meant(direction.targetRelation());
        }
        return planned.undirected(holds);
    }

    private static Outcome noTarget(KpiModel kpi) {
        LocalText reason =
                new LocalText("指標 " + kpi.id() + " 不設目標", "the KPI " + kpi.id() + " has no target, as declared");
        return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(kpi.span()), Provenance.exact());
    }

    private Outcome stated(KpiModel kpi, Optional<Target> printed) {
        if (printed.isEmpty()) {
            LocalText reason = new LocalText(
                    "未訂 " + period.display(Language.ZH_TW) + "的目標值",
                    "there is no target for " + period.display(Language.EN));
            return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(kpi.span()), Provenance.exact());
        }
        Target target = printed.get();
        if (target.band().isPresent()) {
            String from = target.band().get().from().quantity().display(Language.EN);
            String to = target.band().get().to().quantity().display(Language.EN);
            LocalText reason = new LocalText(
                    "目標值是區間（" + from + " 至 " + to + "），不是一個數",
                    "the target is a band, " + from + " to " + to + ", not one figure");
            return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(target.span()), Provenance.exact());
        }
        if (target.figure().isEmpty()) {
            LocalText reason = new LocalText(
                    "文件未載 " + period.display(Language.ZH_TW) + "的目標值",
                    "the document prints no target for " + period.display(Language.EN));
            return new Outcome.Missing(Absence.NOT_APPLICABLE, reason, Place.of(target.span()), Provenance.exact());
        }
        return new Outcome.Present(target.figure().get().quantity(), Provenance.exact());
    }

    private Verdict verdict(
            KpiVersion version,
            Outcome actual,
            Engine.Target planned,
            Optional<Outcome> attainment,
            List<Problem> problems,
            Set<Mark> marks) {
        if (version.attained().orElse(null) instanceof AttainedRule.When when) {
            FigureSource own = attainment
                    .map(reached -> done.withOwn(actual, planned, reached))
                    .orElseGet(() -> done.withOwn(actual, planned));
            Outcome holds = engine.evaluate(when.condition(), period, known, own);
            if (holds instanceof Outcome.Present present) {
                marks.addAll(Marks.of(present.provenance()));
                return present.present() == Truth.TRUE ? Verdict.ATTAINED : Verdict.NOT_ATTAINED;
            }
            if (holds instanceof Outcome.Failed failed) {
                problems.add(failed.problem());
            }
            return Verdict.UNDECIDED;
        }
        if (planned.undirected().orElse(actual) instanceof Outcome.Failed failed
                && planned.undirected().isPresent()) {
            problems.add(failed.problem());
        }
        Optional<Exact> reached = Figures.number(actual);
        Optional<Exact> aim = Figures.number(planned.value());
        if (planned.ends().isPresent() && reached.isPresent()) {
            marks.addAll(Marks.of(actual.provenance()));
            return planned.ends().get().holds(reached.get()) ? Verdict.ATTAINED : Verdict.NOT_ATTAINED;
        }
        if (planned.relation().isPresent() && reached.isPresent() && aim.isPresent()) {
            marks.addAll(Marks.of(actual.provenance().and(planned.value().provenance())));
            boolean near = version.tolerance()
                    .filter(within -> within.holds(reached.get(), aim.get()))
                    .isPresent();
            return near || planned.relation().get().holds(reached.get(), aim.get())
                    ? Verdict.ATTAINED
                    : Verdict.NOT_ATTAINED;
        }
        return unjudged(version);
    }

    /** Without a target by declaration there is nothing to decide, whatever the actual is. */
    private static Verdict unjudged(KpiVersion version) {
        return version.withoutTarget() ? Verdict.WITHOUT_TARGET : Verdict.UNDECIDED;
    }
}
