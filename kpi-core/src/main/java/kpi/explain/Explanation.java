package kpi.explain;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.diagnostic.KpiStackException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.engine.Outcome;
import kpi.model.Step;
import kpi.source.Span;
import kpi.unit.KpiUnit;
import kpi.value.Quantity;

/**
 * Why a number is what it is: the formula with every name replaced by its value, the result, and what each of the names
 * comes from.
 *
 * <p>Immutable. Numbers are exact; where digits are left out they are cut and marked by {@code …}. A value that is
 * approximate follows {@code ≈} instead of {@code =}.
 *
 * <pre>{@code
 * explanation.line(Language.ZH_TW);   // 80 − 1.7 + 3.5 + 1.1 + 2.4 + 11 = 96.3 分
 * explanation.parts().get(1).line(Language.ZH_TW);   // 17 × 0.1 = 1.7
 * }</pre>
 */
public final class Explanation {
    private final Optional<String> label;
    private final Optional<Span> rule;
    private final Line line;
    private final Supplier<List<Explanation>> parts;

    Explanation(Optional<String> label, Optional<Span> rule, Line line, Supplier<List<Explanation>> parts) {
        this.label = Objects.requireNonNull(label, "label");
        this.rule = Objects.requireNonNull(rule, "rule");
        this.line = Objects.requireNonNull(line, "line");
        this.parts = Objects.requireNonNull(parts, "parts");
    }

    /** A figure that was not computed but stated. */
    public static Explanation stated(String label, Outcome figure, Optional<Span> rule) {
        return new Explanation(Optional.of(label), rule, Line.of(figure), List::of);
    }

    /** The computation in one line. */
    public String line(Language language) {
        return KpiStackException.guard(() -> line.in(language));
    }

    /** What the values in the line come from, in the order of the line, each once. */
    public List<Explanation> parts() {
        return KpiStackException.guard(parts);
    }

    /** The text that says so. */
    public Optional<Span> rule() {
        return rule;
    }

    /** The name of what is explained, as the text or the data give it. */
    public Optional<String> label() {
        return label;
    }

    /** The value in the end, if there is one. */
    public Optional<Quantity> value() {
        return outcome().quantity();
    }

    /** What came out in the end. */
    public Outcome outcome() {
        return line.outcome();
    }

    /** What stands before the result in the line. */
    Optional<Line.Text> formula() {
        return line.formula();
    }

    /** The same figure, and what it comes from. */
    Explanation from(Line.Text formula, Span text, List<Explanation> comesFrom) {
        return new Explanation(label, Optional.of(text), line.from(formula), () -> {
            List<Explanation> all = new ArrayList<>(comesFrom);
            all.addAll(parts());
            return List.copyOf(all);
        });
    }

    /** The same under a name. */
    public Explanation named(String name) {
        return new Explanation(Optional.of(name), rule, line, parts);
    }

    /** The same with its results shown in a unit, where that is possible: a ratio as a percentage. */
    public Explanation in(KpiUnit unit) {
        return new Explanation(label, rule, line.in(unit), parts);
    }

    /**
     * The same, and what was done to it afterwards: {@code … = 5.3494… % → 5.35 %}. A step that changes nothing is left out.
     *
     * @param trail the figure after each of the steps
     */
    public Explanation then(List<Step> steps, List<Outcome> trail) {
        if (steps.size() != trail.size()) {
            throw new KpiUsageException(steps.size() + " steps have " + trail.size() + " outcomes");
        }
        List<Explanation> done = new ArrayList<>();
        Line longer = line;
        for (int i = 0; i < steps.size(); i++) {
            Outcome after = trail.get(i);
            if (longer.isChangedBy(after)) {
                Span text = steps.get(i).span();
                done.add(
                        new Explanation(Optional.of(text.text()), Optional.of(text), longer.lastStep(after), List::of));
            }
            longer = longer.then(after);
        }
        return new Explanation(label, rule, longer, () -> {
            List<Explanation> all = new ArrayList<>(parts());
            all.addAll(done);
            return List.copyOf(all);
        });
    }

    /** The same, and what the figure is worth by a rule beside it, with the reason behind it in brackets. */
    Explanation worth(Outcome after, Span text, Line.Text why) {
        Line last = line.lastStep(after).because(why);
        return new Explanation(label, rule, line.then(after).because(why), () -> {
            List<Explanation> all = new ArrayList<>(parts());
            all.add(new Explanation(Optional.of(text.text()), Optional.of(text), last, List::of));
            return List.copyOf(all);
        });
    }

    /** The line in English; for a developer. */
    @Override
    public String toString() {
        return label.map(name -> name + ": ").orElse("") + line(Language.EN);
    }
}
