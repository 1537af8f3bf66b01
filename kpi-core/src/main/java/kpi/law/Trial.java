package kpi.law;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.model.KpiVersion;
import kpi.model.LawRule;
import kpi.model.LawRule.Verdict;
import kpi.number.Exact;
import kpi.result.Figure;
import kpi.value.Quantity;

/** Tries one law on facts, and makes facts that refute it smaller. */
final class Trial {
    private static final int MOST_STEPS = 400;
    private static final Exact LEAST = Exact.of(-1, -30);

    private final LawRule law;
    private final KpiVersion version;
    private final FactsGenerator generator;
    private final Figures figures;
    private final Changes changes;
    private final Optional<String> ownRows;

    Trial(LawRule law, KpiVersion version, FactsGenerator generator, Figures figures, Optional<String> ownRows) {
        this.law = law;
        this.version = version;
        this.generator = generator;
        this.figures = figures;
        this.changes = new Changes(generator);
        this.ownRows = ownRows;
    }

    /** What came of one set of facts: how many figures were compared, and what refutes the law. */
    record Tried(int compared, Optional<CounterExample> refuted) {}

    Tried on(Case facts) {
        List<Figure> before = inOrder(figures.of(facts));
        if (before.stream().noneMatch(Figure::hasValue)) {
            return new Tried(0, Optional.empty());
        }
        if (law.claim() instanceof LawRule.Within within) {
            return within(facts, within, before);
        }
        LawRule.When when = (LawRule.When) law.claim();
        if (when.change() instanceof LawRule.StepsAgain) {
            return stepsAgain(facts, before);
        }
        int compared = 0;
        for (Changes.Changed changed : changes.of(when.change(), facts, ownRows)) {
            List<Figure> after = inOrder(figures.of(changed.after()));
            for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
                boolean meant = changed.row().isEmpty() || changed.row().getAsInt() == i;
                if (meant && before.get(i).hasValue() && after.get(i).hasValue()) {
                    compared++;
                    if (!holds(when.verdict(), Figures.compare(before.get(i), after.get(i)))) {
                        return new Tried(
                                compared,
                                Optional.of(new CounterExample(
                                        given(facts), changed.what(), found(before.get(i), after.get(i)))));
                    }
                }
            }
        }
        return new Tried(compared, Optional.empty());
    }

    /** Which row is which is not told by its place once the rows are reordered. */
    private List<Figure> inOrder(List<Figure> found) {
        boolean reordered = law.claim() instanceof LawRule.When when && when.change() instanceof LawRule.Reorder;
        return reordered
                ? found.stream()
                        .sorted(Comparator.comparing(
                                figure -> Figures.number(figure).orElse(LEAST)))
                        .toList()
                : found;
    }

    private static boolean holds(Verdict verdict, int order) {
        return switch (verdict) {
            case NEVER_FALLS -> order <= 0;
            case NEVER_RISES -> order >= 0;
            case UNCHANGED -> order == 0;
        };
    }

    private Tried within(Case facts, LawRule.Within within, List<Figure> found) {
        int compared = 0;
        for (Figure figure : found) {
            Optional<Exact> number = Figures.number(figure);
            if (number.isEmpty()) {
                continue;
            }
            compared++;
            boolean low = within.least()
                    .map(Quantity::canonical)
                    .filter(least -> number.get().compareTo(least) < 0)
                    .isPresent();
            boolean high = within.most()
                    .map(Quantity::canonical)
                    .filter(most -> number.get().compareTo(most) > 0)
                    .isPresent();
            if (low || high) {
                return new Tried(compared, Optional.of(new CounterExample(given(facts), List.of(), shown(figure))));
            }
        }
        return new Tried(compared, Optional.empty());
    }

    private Tried stepsAgain(Case facts, List<Figure> found) {
        Optional<FixedSteps> steps = FixedSteps.of(version, law.of());
        int compared = 0;
        for (Figure figure : found) {
            Optional<Exact> number = Figures.number(figure);
            if (steps.isEmpty() || number.isEmpty()) {
                continue;
            }
            compared++;
            Exact again = steps.get().apply(number.get());
            if (again.compareTo(number.get()) != 0) {
                Quantity second =
                        Quantity.canonical(again, figure.value().orElseThrow().unit());
                LocalText texts = new LocalText(
                        shown(figure).in(Language.ZH_TW) + " → " + RowText.figure(second),
                        shown(figure).in(Language.EN) + " → " + RowText.figure(second));
                return new Tried(compared, Optional.of(new CounterExample(given(facts), List.of(), texts)));
            }
        }
        return new Tried(compared, Optional.empty());
    }

    private LocalText shown(Figure figure) {
        return new LocalText(
                law.of().name(Language.ZH_TW) + " " + Figures.shown(figure, Language.ZH_TW),
                law.of().name(Language.EN) + " " + Figures.shown(figure, Language.EN));
    }

    private LocalText found(Figure before, Figure after) {
        return new LocalText(
                shown(before).in(Language.ZH_TW) + " → " + Figures.shown(after, Language.ZH_TW),
                shown(before).in(Language.EN) + " → " + Figures.shown(after, Language.EN));
    }

    private List<LocalText> given(Case facts) {
        return CaseText.of(facts, generator.demand().tables());
    }

    // ---- smaller ----------------------------------------------------------------------------------------------

    /** Facts that still refute the law and cannot be made simpler one step at a time. */
    CounterExample shrink(Case refuting, CounterExample found) {
        Case facts = refuting;
        CounterExample example = found;
        int steps = 0;
        boolean smaller = true;
        while (smaller && steps < MOST_STEPS) {
            smaller = false;
            for (Case simpler : Smaller.of(facts, generator.demand().tables())) {
                steps++;
                Optional<CounterExample> still = on(simpler).refuted();
                if (still.isPresent()) {
                    facts = simpler;
                    example = still.get();
                    smaller = true;
                    break;
                }
                if (steps >= MOST_STEPS) {
                    break;
                }
            }
        }
        return example;
    }
}
