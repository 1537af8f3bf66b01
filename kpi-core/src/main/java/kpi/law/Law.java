package kpi.law;

import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.law.LawResult.Standing;
import kpi.model.LawRule;
import kpi.run.Facts;
import kpi.source.Span;

/**
 * A law that a KPI text states (檢核). It speaks of facts that are not negative and for which there is a figure; where a
 * change leaves no figure, it says nothing. Immutable, shareable by threads.
 *
 * <pre>{@code
 * for (Law law : Laws.of(program, "HF2.1")) {
 *     law.check(facts).ifPresent(problem -> fail(problem.draw(Language.EN)));
 * }
 * }</pre>
 */
public final class Law {
    private static final int MOST_ROWS = 8;

    private final String kpi;
    private final LawRule rule;
    private final LocalText text;
    private final boolean proved;
    private final FactsGenerator generator;
    private final Trial trial;

    Law(String kpi, LawRule rule, boolean proved, FactsGenerator generator, Trial trial) {
        this.kpi = kpi;
        this.rule = rule;
        this.text = LawText.of(rule);
        this.proved = proved;
        this.generator = generator;
        this.trial = trial;
    }

    /** The id of its KPI. */
    public String kpi() {
        return kpi;
    }

    /** Where it stands in the text. */
    public Span span() {
        return rule.span();
    }

    /** What it says. */
    public String text(Language language) {
        return text.in(language);
    }

    /** Whether it follows from the formula for all facts that are not negative. */
    public boolean proved() {
        return proved;
    }

    /**
     * Tries it on facts, with some changes of the kind it speaks of.
     *
     * @return what refutes it, as small as could be found; empty where nothing does
     * @throws kpi.diagnostic.KpiUsageException if the facts belong to another program
     */
    public Optional<Problem> check(Facts facts) {
        Case given = Case.of(facts, generator.demand());
        return trial.on(given).refuted().map(found -> problem(trial.shrink(given, found)));
    }

    /**
     * Tries it on generated facts: first where rules turn, then any. One that is proved is not tried.
     *
     * @param seed the same seed tries the same facts
     * @param cases how many sets of facts to try
     */
    public LawResult test(long seed, int cases) {
        return proved ? result(Standing.PROVED, 0, Optional.empty()) : tried(seed, cases);
    }

    /** The same, whether or not it is proved. */
    LawResult tried(long seed, int cases) {
        int held = 0;
        int tried = 0;
        for (Case edge : generator.edges()) {
            if (tried++ >= cases) {
                break;
            }
            Trial.Tried outcome = trial.on(edge);
            if (outcome.refuted().isPresent()) {
                return refuted(held + 1, edge, outcome);
            }
            held += outcome.compared() > 0 ? 1 : 0;
        }
        for (int i = tried; i < cases; i++) {
            Case any = generator.random(seed + i, 1 + i % MOST_ROWS);
            Trial.Tried outcome = trial.on(any);
            if (outcome.refuted().isPresent()) {
                return refuted(held + 1, any, outcome);
            }
            held += outcome.compared() > 0 ? 1 : 0;
        }
        return result(held > 0 ? Standing.HELD : Standing.UNTESTED, held, Optional.empty());
    }

    private LawResult refuted(int cases, Case facts, Trial.Tried outcome) {
        return result(Standing.REFUTED, cases, outcome.refuted().map(found -> trial.shrink(facts, found)));
    }

    private LawResult result(Standing standing, int cases, Optional<CounterExample> refuted) {
        boolean overText = !generator.demand().instead().isEmpty();
        return new LawResult(kpi, rule.span(), text, standing, cases, refuted, overText, Optional.empty());
    }

    private Problem problem(CounterExample example) {
        return Problem.of(LawCode.LAW_REFUTED, rule.span())
                .with("kpi", kpi)
                .with("law", text)
                .with("case", new LocalText(example.text(Language.ZH_TW), example.text(Language.EN)))
                .build();
    }
}
