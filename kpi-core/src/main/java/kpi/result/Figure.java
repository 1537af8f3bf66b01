package kpi.result;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import kpi.diagnostic.KpiProblemsException;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.explain.Explanation;
import kpi.unit.KpiUnit;
import kpi.value.Absence;
import kpi.value.CalendarKind;
import kpi.value.Dates;
import kpi.value.Quantity;
import org.jspecify.annotations.Nullable;

/**
 * Any number of a result: a state and marks, and a value only together with its unit.
 *
 * <p>Immutable. A figure without a value says why: {@link #reason()} in words, {@link #reasons()} with places.
 *
 * <pre>{@code
 * kpi.actual().display(Language.ZH_TW);          // 74.33 %（截至109/11/30）
 * kpi.actual().orElseThrow().in(Units.PERCENT);  // 74.33
 * }</pre>
 */
public final class Figure {
    private final State state;
    private final Set<Mark> marks;
    private final Optional<Quantity> value;
    private final Optional<Quantity> unrounded;
    private final Optional<KpiUnit> shownIn;
    private final Optional<LocalDate> coversTo;
    private final CalendarKind calendar;
    private final Optional<Absence> absence;
    private final Optional<LocalText> reason;
    private final List<Problem> reasons;
    private final Supplier<Optional<Explanation>> explanation;

    private Figure(Builder builder) {
        this.state = builder.state;
        this.marks = Set.copyOf(builder.marks);
        this.value = Optional.ofNullable(builder.value);
        this.unrounded = Optional.ofNullable(builder.unrounded).or(() -> value);
        this.shownIn = Optional.ofNullable(builder.shownIn);
        this.coversTo = builder.coversTo;
        this.calendar = builder.calendar;
        this.absence = Optional.ofNullable(builder.absence);
        this.reason = Optional.ofNullable(builder.reason);
        this.reasons = List.copyOf(builder.reasons);
        this.explanation = builder.explanation;
    }

    /** A figure with a value. */
    public static Builder of(Quantity value) {
        Builder builder = new Builder(State.VALUE);
        builder.value = Objects.requireNonNull(value, "value");
        return builder;
    }

    /** A figure that lacks something; {@link Absence#NOT_APPLICABLE} makes its state not applicable. */
    public static Builder absent(Absence absence, LocalText reason) {
        Builder builder = new Builder(absence == Absence.NOT_APPLICABLE ? State.NOT_APPLICABLE : State.MISSING);
        builder.absence = Objects.requireNonNull(absence, "absence");
        builder.reason = Objects.requireNonNull(reason, "reason");
        return builder;
    }

    /** A figure that cannot be computed. */
    public static Builder failed(Problem problem) {
        Builder builder = new Builder(State.FAILED);
        builder.reasons.add(problem);
        builder.reason = new LocalText(problem.message(Language.ZH_TW), problem.message(Language.EN));
        return builder;
    }

    public State state() {
        return state;
    }

    public boolean hasValue() {
        return value.isPresent();
    }

    /** What a reader must know beside the value. */
    public Set<Mark> marks() {
        return marks.isEmpty() ? EnumSet.noneOf(Mark.class) : EnumSet.copyOf(marks);
    }

    /** The value after all steps of its rule. */
    public Optional<Quantity> value() {
        return value;
    }

    /**
     * The value.
     *
     * @throws KpiProblemsException if there is none and problems say why
     * @throws KpiUsageException if there is none because there can be none, as for a target that was not printed
     */
    public Quantity orElseThrow() {
        if (value.isPresent()) {
            return value.get();
        }
        if (reasons.isEmpty()) {
            throw new KpiUsageException(display(Language.EN));
        }
        throw new KpiProblemsException(reasons);
    }

    /** The value before the rule's roundings; the value itself if nothing rounds. */
    public Optional<Quantity> unrounded() {
        return unrounded;
    }

    /** The unit documents print it in, where that differs from its own: 萬次 for 次. Says nothing about the value. */
    public Optional<KpiUnit> shownIn() {
        return shownIn;
    }

    /** The day its data reach to: the earliest of its inputs (截至). */
    public Optional<LocalDate> coversTo() {
        return coversTo;
    }

    /** The kind of absence, if something is missing. */
    public Optional<Absence> absence() {
        return absence;
    }

    /** Why there is no value. */
    public Optional<LocalText> reason() {
        return reason;
    }

    /** What keeps it from having a value, with places. */
    public List<Problem> reasons() {
        return reasons;
    }

    /** How it came about; empty if the evaluation was not asked to explain, or nothing was computed. */
    public Optional<Explanation> explanation() {
        return explanation.get();
    }

    /**
     * How it came about.
     *
     * @throws KpiUsageException if {@link #explanation()} is empty
     */
    public Explanation explain() {
        return explanation()
                .orElseThrow(() -> new KpiUsageException("no explanation was recorded: ask for it with "
                        + "Evaluation.explain; a figure that nothing computed has none"));
    }

    /** The day its data reach to, as its calendar writes it: {@code 109/11/30}. */
    public Optional<String> coversToText() {
        return coversTo.map(day -> Dates.display(day, calendar));
    }

    /**
     * The figure as a reader sees it: {@code 5.35 %}, {@code 74.33 %（截至109/11/30）}, {@code 未填報：…}. Wording is not
     * stable.
     */
    public String display(Language language) {
        if (value.isEmpty()) {
            return FigureText.withoutValue(this, language);
        }
        return shown(language) + FigureText.suffix(this, language);
    }

    /** The value alone, in the unit documents print it in; empty if there is none. */
    public String shown(Language language) {
        return value.map(present -> FigureText.shown(present, shownIn, language))
                .orElse("");
    }

    /** For people: {@link #display} in English. */
    @Override
    public String toString() {
        return display(Language.EN);
    }

    /** Collects what a figure says. For one thread. */
    public static final class Builder {
        private final State state;
        private final EnumSet<Mark> marks = EnumSet.noneOf(Mark.class);
        private final List<Problem> reasons = new ArrayList<>();
        private @Nullable Quantity value;
        private @Nullable Quantity unrounded;
        private @Nullable KpiUnit shownIn;
        private Optional<LocalDate> coversTo = Optional.empty();
        private CalendarKind calendar = CalendarKind.ROC;
        private @Nullable Absence absence;
        private @Nullable LocalText reason;
        private Supplier<Optional<Explanation>> explanation = Optional::empty;

        private Builder(State state) {
            this.state = state;
        }

        public Builder unrounded(Quantity before) {
            unrounded = before;
            return this;
        }

        /** The unit documents print it in. */
        public Builder shownIn(KpiUnit unit) {
            shownIn = unit;
            return this;
        }

        public Builder marks(Set<Mark> more) {
            marks.addAll(more);
            return this;
        }

        public Builder mark(Mark mark) {
            marks.add(mark);
            return this;
        }

        /** The day its data reach to, and the calendar it is written in. */
        public Builder coversTo(Optional<LocalDate> day, CalendarKind written) {
            coversTo = day;
            calendar = written;
            return this;
        }

        /** A problem that keeps it from having a value. */
        public Builder because(Problem problem) {
            reasons.add(problem);
            return this;
        }

        public Builder because(List<Problem> more) {
            reasons.addAll(more);
            return this;
        }

        public Builder explained(Optional<Explanation> how) {
            return explained(() -> how);
        }

        /** How it came about, found out when it is asked for; asked by several threads it answers each. */
        public Builder explained(Supplier<Optional<Explanation>> how) {
            explanation = Objects.requireNonNull(how, "how");
            return this;
        }

        public Figure build() {
            return new Figure(this);
        }
    }
}
