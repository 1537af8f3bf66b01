package kpi.unit;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import kpi.number.Exact;

/**
 * The words for units: the standard ones and those an author declares. Immutable.
 *
 * <p>Words are read as printed: full-width letters and signs equal their narrow twins, a magnitude may stand before a
 * count, money or a measure (千元, 萬人次, 百億元), and units may be divided (元/人). A rate per so many (件/十萬人) and an
 * index with its base (女=100) are shares at a scale of their own, as % and ‰ are.
 *
 * <p>Example: {@code UnitTable.standard().find("千元")} is 1000 元; {@code find("公噸")} is empty.
 */
public final class UnitTable {
    /** More slashes than anybody writes; bounds the work. */
    private static final int MAX_PARTS = 4;

    private static final UnitTable STANDARD = new UnitTable(StandardUnits.words());

    private final Map<String, KpiUnit> words;

    private UnitTable(Map<String, KpiUnit> words) {
        this.words = Collections.unmodifiableMap(words);
    }

    /** The units official documents use. */
    public static UnitTable standard() {
        return STANDARD;
    }

    /**
     * This table and one more unit.
     *
     * @throws KpiUsageException if its word already means something here
     */
    public UnitTable with(KpiUnit declared) {
        if (declared.symbol().isEmpty()) {
            throw new KpiUsageException("a declared unit needs a word");
        }
        if (find(declared.symbol()).isPresent()) {
            throw new KpiUsageException("the unit word \"" + declared.symbol() + "\" is taken");
        }
        Map<String, KpiUnit> more = new LinkedHashMap<>(words);
        more.put(declared.symbol(), declared);
        return new UnitTable(more);
    }

    /** The unit a word means; empty if nobody declared it. A magnitude alone (億) is a scaled number. */
    public Optional<KpiUnit> find(String word) {
        String folded = folded(word);
        if (folded.indexOf('=') > 0) {
            return UnitWords.indexBase(folded).map(base -> share(Exact.ONE.dividedBy(base), folded));
        }
        return folded.indexOf('/') >= 0 ? quotient(folded) : single(folded);
    }

    /**
     * The unit a word of data means: what {@link #find} answers, else a count label of its own. Empty if the word might
     * be a part of the number or a slip: 百人, 餘人, 以上, O, or with signs and spaces in it.
     */
    public Optional<KpiUnit> read(String word) {
        return find(word).or(() -> label(folded(word)));
    }

    /**
     * Whether a word after a number may say something of the number itself and is therefore never taken as a label:
     * 百人, 餘人, 人以上.
     */
    public static boolean isPartOfNumber(String word) {
        return UnitWords.saysSomethingOfTheNumber(folded(word));
    }

    /**
     * The unit a word of data means, as {@link #read}.
     *
     * @throws KpiUsageException where that is empty
     */
    public KpiUnit labelOf(String word) {
        return read(word)
                .orElseThrow(() ->
                        new KpiUsageException("\"" + UnitWords.shown(word) + "\" cannot be the label of a count"));
    }

    /** Every word that stands for a unit by itself, standard ones first, each in the spelling it was declared in. */
    public Collection<String> symbols() {
        return words.keySet();
    }

    /** Empty, which no table holds, where a word is longer than any; so the work is bounded. */
    private static String folded(String word) {
        String folded = word.length() > UnitWords.MAX_WORD ? "" : UnitWords.fold(word);
        return folded.length() > UnitWords.MAX_WORD ? "" : folded;
    }

    private Optional<KpiUnit> single(String folded) {
        Optional<KpiUnit> whole = Optional.ofNullable(words.get(folded));
        return whole.or(() -> scaled(folded));
    }

    private Optional<KpiUnit> scaled(String folded) {
        return Magnitude.LONGEST_FIRST.stream()
                .filter(magnitude -> folded.startsWith(magnitude.word()))
                .flatMap(magnitude ->
                        scaled(magnitude, folded.substring(magnitude.word().length())))
                .findFirst();
    }

    private Stream<KpiUnit> scaled(Magnitude magnitude, String rest) {
        KpiUnit unit = rest.isEmpty() ? Units.NUMBER : words.get(rest);
        return unit != null && takesMagnitude(unit.dimension())
                ? Stream.of(unit.scaledBy(magnitude.word(), magnitude.factor()))
                : Stream.empty();
    }

    private static boolean takesMagnitude(Dimension dimension) {
        return dimension instanceof Dimension.Plain
                || dimension instanceof Dimension.Count
                || dimension instanceof Dimension.Physical;
    }

    private static KpiUnit share(Exact scale, String word) {
        return KpiUnit.of(Dimension.PERCENT, scale, word);
    }

    /**
     * 元/人: only where the result is a unit of its own; like over like leaves no unit to write. A count over a count says
     * what is counted (人/戶), and per how many (件/十萬人).
     */
    private Optional<KpiUnit> quotient(String folded) {
        String[] parts = folded.split("/", MAX_PARTS + 1);
        if (parts.length > MAX_PARTS) {
            return Optional.empty();
        }
        Dimension dimension = Dimension.NUMBER;
        Exact scale = Exact.ONE;
        boolean counts = parts.length == 2;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].strip();
            if (i == 0 && parts[0].equals("1")) {
                counts = false;
                continue;
            }
            Optional<KpiUnit> part = single(parts[i]);
            if (part.isEmpty()) {
                return Optional.empty();
            }
            Dimension next = part.get().dimension();
            counts &= next instanceof Dimension.Count;
            UnitAlgebra.Outcome outcome =
                    i == 0 ? new UnitAlgebra.Outcome.Of(next) : UnitAlgebra.dividedBy(dimension, next);
            if (!(outcome instanceof UnitAlgebra.Outcome.Of of)) {
                return Optional.empty();
            }
            dimension = of.dimension();
            scale = i == 0 ? part.get().scale() : scale.dividedBy(part.get().scale());
        }
        String symbol = String.join("/", parts);
        if (counts && scale.compareTo(Exact.ONE) < 0) {
            return Optional.of(share(scale, symbol));
        }
        boolean apart = counts && !parts[0].equals(parts[1]);
        return apart || dimension instanceof Dimension.Physical
                ? Optional.of(KpiUnit.of(dimension, scale, symbol))
                : Optional.empty();
    }

    private static Optional<KpiUnit> label(String folded) {
        for (Magnitude magnitude : Magnitude.LONGEST_FIRST) {
            if (folded.startsWith(magnitude.word())) {
                return plainLabel(folded.substring(magnitude.word().length()))
                        .map(unit -> unit.scaledBy(magnitude.word(), magnitude.factor()));
            }
        }
        return plainLabel(folded);
    }

    private static Optional<KpiUnit> plainLabel(String folded) {
        return UnitWords.mayBeLabel(folded)
                ? Optional.of(KpiUnit.of(Dimension.count(folded), Exact.ONE, folded))
                : Optional.empty();
    }
}
