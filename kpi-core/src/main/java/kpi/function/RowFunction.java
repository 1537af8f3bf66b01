package kpi.function;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.number.Exact;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;

/**
 * A function of rows, all in one place: its names, its text, what it takes of each row, what must be said behind the rows,
 * examples that run, and what it computes.
 *
 * <p>Some say something of one row among the others (a rank); they take that row's value as well.
 *
 * <pre>{@code
 * Sample sample = function.sample();
 * rows.forEach(sample::add);
 * function.reckon(sample, options, Optional.empty());
 * }</pre>
 */
public final class RowFunction {
    private final LocalText name;
    private final Set<String> names;
    private final LocalText doc;
    private final int values;
    private final List<RowParameter> parameters;
    private final List<RowExample> examples;
    private final boolean aboutOneRow;
    private final boolean approximate;
    private final boolean zeroOfNone;
    private final boolean rising;
    private final Keeps keeps;
    private final Function<List<Dimension>, UnitAlgebra.Outcome> typing;
    private final Function<List<Exact>, Exact> each;
    private final Body body;

    RowFunction(RowFunctionBuilder built, Body body) {
        this.name = built.name;
        Set<String> all = new LinkedHashSet<>();
        all.add(name.en());
        all.add(name.zh());
        all.addAll(built.aliases);
        this.names = Collections.unmodifiableSet(all);
        this.doc = built.doc;
        this.values = built.values;
        this.parameters = List.copyOf(built.parameters);
        this.examples = List.copyOf(built.examples);
        this.aboutOneRow = built.aboutOneRow;
        this.approximate = built.approximate;
        this.zeroOfNone = built.zeroOfNone;
        this.rising = built.rising;
        this.keeps = built.keeps;
        this.typing = built.typing;
        this.each = built.each;
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Its first name in a language. */
    public String name(Language language) {
        return name.in(language);
    }

    /** Every name it is called by. */
    public Set<String> names() {
        return names;
    }

    /** What it does, in one or two sentences. */
    public String doc(Language language) {
        return doc.in(language);
    }

    /** How many values it takes of each row: a count none, a weighted mean two. */
    public int values() {
        return values;
    }

    /** Whether its value may be of any type, as what is only told apart. */
    public boolean takesAnything() {
        return keeps == Keeps.DISTINCT;
    }

    /** What is written behind the rows. */
    public List<RowParameter> parameters() {
        return parameters;
    }

    /** Whether it says something of the row around it. */
    public boolean isAboutOneRow() {
        return aboutOneRow;
    }

    /** Whether its values may be rounded to {@link kpi.number.Approximations#DIGITS} digits, whatever the rows are. */
    public boolean approximate() {
        return approximate;
    }

    /** Whether no rows are 0 to it; otherwise it has no value for them. */
    public boolean isZeroOfNone() {
        return zeroOfNone;
    }

    /** Whether it never falls as the first value of some row rises, and the rest stays as it is. */
    public boolean isRising() {
        return rising;
    }

    /** The dimension of its result for values of these dimensions, or why there is none. */
    public UnitAlgebra.Outcome dimension(List<Dimension> ofValues) {
        return typing.apply(ofValues);
    }

    /** How it is called: {@code percentile(T.x, level, definition)}. */
    public String signature(Language language) {
        StringBuilder text = new StringBuilder(name(language)).append('(');
        text.append(values == 0 ? "T" : values == 1 ? "T.x" : "T.x, T.y");
        parameters.forEach(
                parameter -> text.append(", ").append(parameter.name().in(language)));
        return text.append(')').toString();
    }

    /** Worked calls, run by the tests. */
    public List<RowExample> examples() {
        return examples;
    }

    /** Gathers the values of rows for it. */
    public Sample sample() {
        return new Sample(this);
    }

    /**
     * The figure.
     *
     * @param own the value of the row it is about, if it is about one
     * @throws kpi.number.NumberException where there is none
     * @throws KpiUsageException if the options are not what it asks for, or there are no rows and it has no value for none
     */
    public Reckoned reckon(Sample sample, RowOptions options, Optional<Exact> own) {
        if (!options.fit(parameters) || own.isPresent() != aboutOneRow) {
            throw new KpiUsageException(name.en() + " asks for other options");
        }
        if (sample.count() == 0 && !zeroOfNone) {
            throw new KpiUsageException(name.en() + " of no rows");
        }
        return body.reckon(sample, options, own.orElse(Exact.ZERO));
    }

    /** What an engine that gathers many rows at once must keep of them. */
    public Gist gist() {
        return switch (keeps) {
            case ENDS -> values == 0 ? Gist.COUNT : isPlain() ? Gist.ENDS : Gist.EACH;
            case SUM -> isPlain() ? Gist.SUM : Gist.EACH;
            case SUMS -> isPlain() ? Gist.SUMS : Gist.EACH;
            case PRODUCTS -> Gist.PRODUCTS;
            case DISTINCT -> Gist.DISTINCT;
            case VALUES, WEIGHTED_VALUES -> Gist.EACH;
        };
    }

    /** Whether a row contributes its first value as it is, whatever it is. */
    private boolean isPlain() {
        return each.equals(RowFunctionBuilder.FIRST);
    }

    /** The value a row contributes. */
    Exact ofRow(List<Exact> numbers) {
        return each.apply(numbers);
    }

    Keeps keeps() {
        return keeps;
    }

    @Override
    public String toString() {
        return name.en();
    }

    /** What must be kept of many rows; see {@link RowTotals}. */
    public enum Gist {
        /** How many there are. */
        COUNT,
        /** And the smallest and the largest value. */
        ENDS,
        /** And the sum of the values. */
        SUM,
        /** And the sums of the first and of the second values. */
        SUMS,
        /** And the sum of the products and of the second values; no second value is below zero. */
        PRODUCTS,
        /** And the different values. */
        DISTINCT,
        /** Each row by itself. */
        EACH
    }

    /** What has to be remembered of the rows. */
    enum Keeps {
        /** How many there are, the smallest and the largest value: what is always known. */
        ENDS,
        SUM,
        SUMS,
        PRODUCTS,
        VALUES,
        WEIGHTED_VALUES,
        DISTINCT
    }

    /**
     * A figure.
     *
     * @param rounded whether it rests on a sum that is not exact
     */
    public record Reckoned(Exact value, boolean rounded) {
        static Reckoned exact(Exact value) {
            return new Reckoned(value, false);
        }
    }

    /** What is computed of the rows gathered, of the options, and of the value of the row it is about. */
    @FunctionalInterface
    interface Body {
        Reckoned reckon(Sample sample, RowOptions options, Exact own);
    }
}
