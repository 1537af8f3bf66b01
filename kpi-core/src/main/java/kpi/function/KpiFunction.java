package kpi.function;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.unit.Dimension;
import kpi.unit.UnitAlgebra;
import kpi.value.Type;
import kpi.value.Value;

/**
 * A function, all in one place: its names, its text in both languages, its signature, examples that run, and what it
 * computes.
 *
 * <p>Pure and total by contract: the same arguments give the same value, and where there is none it throws {@link
 * kpi.number.NumberException}. A missing argument never reaches it.
 *
 * <pre>{@code
 * KpiFunction.named("deflate", "平減")
 *         .doc("Money at base-year prices.", "以物價指數平減金額。")
 *         .parameter("amount", Units.NTD).parameter("index", Units.RATIO).returns(Units.NTD)
 *         .example("deflate(110元, 110%)", "100元").monotone("amount", true)
 *         .implement(a -> a.get(0).dividedBy(a.get(1)));
 * }</pre>
 */
public final class KpiFunction {
    private final LocalText name;
    private final Set<String> names;
    private final LocalText doc;
    private final Signature signature;
    private final List<Example> examples;
    private final List<Refusal> refusals;
    private final Map<String, Boolean> monotone;
    private final Set<Law> laws;
    private final Approximation approximation;
    private final Body body;

    KpiFunction(FunctionParts parts, Body body) {
        this.name = parts.name();
        Set<String> all = new LinkedHashSet<>();
        all.add(name.en());
        all.add(name.zh());
        all.addAll(parts.aliases());
        this.names = Collections.unmodifiableSet(all);
        this.doc = parts.doc();
        this.signature = parts.signature();
        this.examples = List.copyOf(parts.examples());
        this.monotone = Collections.unmodifiableMap(new LinkedHashMap<>(parts.monotone()));
        this.refusals = List.copyOf(parts.refusals());
        this.laws = Collections.unmodifiableSet(new LinkedHashSet<>(parts.laws()));
        this.approximation = parts.approximation();
        this.body = Objects.requireNonNull(body, "body");
    }

    /** Begins a function of the host's own. */
    public static FunctionBuilder named(String en, String zh) {
        return new FunctionBuilder(new LocalText(zh, en));
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

    /** How it is called: {@code min(x, …)}, {@code round(x[, places[, mode]])}. */
    public String signature(Language language) {
        return name(language) + "(" + signature.text(language) + ")";
    }

    /** Worked calls; {@link KpiFunctions#with} and the tests run them. */
    public List<Example> examples() {
        return examples;
    }

    /** Whether the result only rises (true) or only falls (false) as a parameter rises; empty if nothing is promised. */
    public Optional<Boolean> monotone(String parameter) {
        return Optional.ofNullable(monotone.get(parameter));
    }

    /** The same of the parameter that an argument, counted from 0, is of. */
    public Optional<Boolean> monotone(int argument) {
        return monotone(signature.parameter(argument).name().en());
    }

    /** What holds whatever the arguments are. */
    public Set<Law> laws() {
        return laws;
    }

    List<Refusal> refusals() {
        return refusals;
    }

    Map<String, Boolean> monotone() {
        return monotone;
    }

    /** Whether it takes any number of arguments that are all alike, so that it makes sense with one fewer. */
    public boolean takesAnyNumber() {
        return signature.repeats() == 1 && signature.parameters().size() == 1;
    }

    /** How many arguments it cannot do without. */
    public int fewestArguments() {
        return signature.required();
    }

    Signature signature() {
        return signature;
    }

    /** Whether its values may be rounded to {@link kpi.number.Approximations#DIGITS} digits. */
    public boolean approximate() {
        return approximation.without();
    }

    /**
     * As {@link #approximate()}, where some arguments are known from the text: {@code power(x, 2)} is exact.
     *
     * @param known the arguments in order; empty where only the data tell
     */
    public boolean approximate(List<Optional<Value>> known) {
        return approximation.with(known);
    }

    /**
     * The first argument, from 0, that is written in the formula and can only be refused, as a rounding mode that does not exist;
     * empty if there is none.
     *
     * @param known the arguments in order; empty where only the data tell
     */
    public Optional<Typing.WrongArgument> refusal(List<Optional<Value>> known) {
        for (int i = 0; i < known.size(); i++) {
            if (signature.parameter(i).accepts() instanceof Parameter.Accepts.OneOf words
                    && known.get(i).filter(value -> !words.knows(value)).isPresent()) {
                return Optional.of(new Typing.WrongArgument(i, words.text()));
            }
        }
        return Optional.empty();
    }

    /** The type of the result, or why these arguments do not fit. */
    public Typing resultType(List<Type> arguments) {
        return signature.resultType(arguments);
    }

    /**
     * The value.
     *
     * @throws kpi.number.NumberException where there is none
     * @throws KpiUsageException if the arguments are not of the types that {@link #resultType} accepts
     */
    public Value apply(List<Value> arguments) {
        Typing typing = resultType(arguments.stream().map(Type::of).toList());
        if (typing instanceof Typing.Of of) {
            return body.apply(new Arguments(arguments, of.type()));
        }
        throw new KpiUsageException(signature(Language.EN) + " does not take " + arguments);
    }

    @Override
    public String toString() {
        return signature(Language.EN);
    }

    /**
     * The dimension each argument must go with, where there is one: that of the first argument beside it that has a unit, or
     * the one its parameter declares. A bare 0 is read in it.
     */
    public List<Optional<Dimension>> besides(List<Type> arguments) {
        return signature.besides(arguments);
    }

    /** What the types of the arguments lead to. */
    public sealed interface Typing {
        /** A result of this type. */
        record Of(Type type) implements Typing {}

        /** Too few or too many; an open end is {@link Integer#MAX_VALUE}. */
        record WrongCount(int min, int max) implements Typing {}

        /** The argument at this index, from 0, is not of a kind the function takes. */
        record WrongArgument(int index, LocalText expected) implements Typing {}

        /** The dimension of the argument at this index does not go with that at another, or, if that is the same, with the parameter. */
        record Clash(int index, int other, UnitAlgebra.Reason reason) implements Typing {}
    }

    /** What a function computes. */
    @FunctionalInterface
    interface Body {
        Value apply(Arguments arguments);
    }
}
