package kpi.run;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import kpi.diagnostic.KpiStackException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Limits;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.ScorecardModel;
import kpi.report.JsonReport;
import kpi.result.Comparison;
import kpi.result.KpiHistory;
import kpi.result.KpiResult;
import kpi.result.KpiResult.Growth;
import kpi.result.NodeResult;
import kpi.result.ScorecardResult;
import kpi.score.Differences;
import kpi.score.Examples;
import kpi.score.Explaining;
import kpi.score.FactBook;
import kpi.score.NodeScorer;
import kpi.score.Periods;
import kpi.score.Scorer;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;
import org.jspecify.annotations.Nullable;

/**
 * A compiled text: what there is to evaluate. Immutable and without locks; one serves all threads.
 *
 * <p>A KPI whose text has errors is in it as broken: its figures fail with its problems, and the rest evaluates.
 *
 * <pre>{@code
 * ScorecardResult result = program.evaluate(facts, Evaluation.of(ReportingPeriod.roc(109)));
 * result.kpi("HP4.2").attainment().display(Language.ZH_TW);   // 97.27 %
 * }</pre>
 */
public final class KpiProgram {
    private final ScorecardModel model;
    private final List<Problem> problems;
    private final Limits limits;
    private final Asked asked;
    private final Scorer scorer;
    private final Set<String> nodes;

    /** Listed when it is first asked for; two threads may both do so, and find the same. */
    private volatile @Nullable Schema schema;

    private KpiProgram(ScorecardModel model, List<Problem> problems, Limits limits) {
        this.model = Objects.requireNonNull(model, "model");
        this.problems = List.copyOf(problems);
        this.limits = Objects.requireNonNull(limits, "limits");
        this.asked = new Asked(model);
        this.scorer = new Scorer(model);
        this.nodes = model.nodes();
    }

    /** For compilers: a program out of a checked model, with what was found on the way. */
    public static KpiProgram of(ScorecardModel model, List<Problem> problems, Limits limits) {
        return new KpiProgram(model, problems, limits);
    }

    /** For tools of this library: what was checked. */
    public ScorecardModel model() {
        return model;
    }

    /** The id of its first scorecard. */
    public String id() {
        return model.root().id();
    }

    /** The name of its first scorecard. */
    public String name() {
        return model.root().name();
    }

    /** How its text writes years. */
    public CalendarKind calendar() {
        return model.calendar();
    }

    /** What is wrong with its text, or to be said about it. */
    public List<Problem> problems() {
        return problems;
    }

    /** The limits it was compiled with. */
    public Limits limits() {
        return limits;
    }

    /** What data it asks for. */
    public Schema schema() {
        Schema known = schema;
        if (known == null) {
            known = new Schema(model);
            schema = known;
        }
        return known;
    }

    /** Begins to collect facts for it. */
    public Facts.Builder facts() {
        return new Facts.Builder(asked, Given.NOTHING);
    }

    /**
     * Begins to take the rows of a dataset in pieces, which need not be in memory together.
     *
     * @param periods the periods that will be evaluated; figures that look at others have none
     * @throws KpiUsageException if there is no such dataset, or no period
     */
    public Pieces inPieces(String table, ReportingPeriod... periods) {
        return Pieces.of(asked, table, List.of(periods), Pieces.MOST_VALUES);
    }

    /** Evaluates it with nothing but the data its text states. */
    public ScorecardResult evaluate(Evaluation evaluation) {
        return evaluate(FactBook.empty(), evaluation);
    }

    /**
     * Evaluates every KPI and every scorecard.
     *
     * @throws KpiUsageException if the facts belong to another program
     * @throws kpi.diagnostic.KpiCancelledException if the host's signal says so
     * @throws KpiStackException if the thread has too little stack left
     */
    public ScorecardResult evaluate(Facts facts, Evaluation evaluation) {
        return evaluate(facts.book(asked), evaluation);
    }

    private ScorecardResult evaluate(FactBook book, Evaluation evaluation) {
        requireRows(book, evaluation);
        return KpiStackException.guard(() -> evaluated(book, evaluation));
    }

    /** Rows that are not at hand cannot be told of one by one. */
    private static void requireRows(FactBook book, Evaluation evaluation) {
        if (!book.pieces().isEmpty() && evaluation.detail() == Evaluation.Detail.ROWS) {
            throw new KpiUsageException("rows of \""
                    + String.join("\", \"", new TreeSet<>(book.pieces().keySet()))
                    + "\" were given in pieces and cannot be explained one by one; ask for Detail.STEPS");
        }
    }

    private ScorecardResult evaluated(FactBook book, Evaluation evaluation) {
        List<KpiResult> kpis = scorer.all(book, question(evaluation));
        List<Problem> more = new ArrayList<>();
        List<NodeResult> cards = NodeScorer.score(model, kpis, evaluation.period(), more);
        Set<Problem> all = new LinkedHashSet<>(problems);
        kpis.forEach(kpi -> all.addAll(kpi.problems()));
        all.addAll(more);
        return new ScorecardResult(
                evaluation.period(),
                model.calendar(),
                evaluation.knownOn(),
                kpis,
                nodes,
                cards,
                List.copyOf(all),
                dimensions(),
                JsonReport::write);
    }

    private Map<String, LocalText> dimensions() {
        Map<String, LocalText> names = new LinkedHashMap<>();
        model.dimensions().forEach(each -> names.put(each.id(), new LocalText(each.zh(), each.id())));
        return names;
    }

    /**
     * Evaluates one KPI, or one scorecard by its id where it rolls up, and those it needs.
     *
     * @throws KpiUsageException if there is no such KPI, or the facts belong to another program
     */
    public KpiResult evaluate(String kpi, Facts facts, Evaluation evaluation) {
        FactBook book = facts.book(asked);
        requireRows(book, evaluation);
        return KpiStackException.guard(() -> scorer.one(kpi, book, question(evaluation)));
    }

    /**
     * The change of a KPI's actual from a period to the evaluated one; not applicable, and marked as not comparable, if
     * the text breaks the series between them (公式調整，不適用).
     */
    public Growth growth(String kpi, ReportingPeriod from, Facts facts, Evaluation to) {
        FactBook book = facts.book(asked);
        return KpiStackException.guard(() -> scorer.growth(kpi, from, book, question(to)));
    }

    /**
     * What a KPI, or a node that rolls up, was in each period from one up to the evaluated one: by the version of the text that was in
     * force, as known on the day the evaluation asks for, with the change from the same period of the year before or the
     * reason why the two do not compare. What the facts give without a period is of the last one.
     *
     * <p>Of a KPI per row or group each entry has its rows; they are not held against those of other years.
     *
     * <p>Example: {@code program.history("HF3.1", ReportingPeriod.roc(106), facts, Evaluation.of(ReportingPeriod.roc(109)))}.
     *
     * @throws KpiUsageException if there is no such KPI, the facts belong to another program, the periods are of different
     *     lengths, the first is the later one, or there are more than 1,300
     */
    public KpiHistory history(String kpi, ReportingPeriod from, Facts facts, Evaluation to) {
        FactBook book = facts.book(asked);
        return KpiStackException.guard(() -> scorer.history(kpi, from, book, question(to)));
    }

    /**
     * Evaluates twice, and says what is not the same and which data make it so: as known on two dates, with two sets of
     * facts, or in two periods.
     *
     * @throws KpiUsageException if facts belong to another program
     */
    public Comparison compare(Facts before, Evaluation first, Facts after, Evaluation second) {
        ScorecardResult one = evaluate(before, first);
        ScorecardResult two = evaluate(after, second);
        return new Comparison(
                one,
                two,
                Differences.between(
                        model,
                        new Differences.Side(question(first), before.book(asked), results(one)),
                        new Differences.Side(question(second), after.book(asked), results(two))));
    }

    private static Map<String, KpiResult> results(ScorecardResult result) {
        Map<String, KpiResult> all = new LinkedHashMap<>();
        result.kpis().forEach(kpi -> all.put(kpi.id(), kpi));
        result.scores().forEach(kpi -> all.put(kpi.id(), kpi));
        return all;
    }

    private static Scorer.Question question(Evaluation evaluation) {
        return new Scorer.Question(
                evaluation.period(),
                evaluation.knownOn(),
                evaluation.isEveryPeriod(),
                Explaining.valueOf(evaluation.detail().name()),
                evaluation.stop(),
                evaluation.rowEngine().choice());
    }

    /** The latest period there are data for, else the latest there is a target for; empty if no period is named. */
    public Optional<ReportingPeriod> latestPeriod(Facts facts) {
        return Periods.latest(model, facts.book(asked));
    }

    /**
     * Works the examples of the text, each figure compared at the places it is printed with. One that does not compile, or whose
     * KPI does not, is listed as not run, with the reason, and has not passed.
     */
    public List<ExampleResult> runExamples() {
        return KpiStackException.guard(
                () -> new Examples(model).run().stream().map(ExampleResult::of).toList());
    }
}
