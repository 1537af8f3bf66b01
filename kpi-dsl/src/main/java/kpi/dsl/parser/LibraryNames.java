package kpi.dsl.parser;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.LocalText;

/**
 * The names that formulas may use without an author having given them, with their spelling in each language: functions,
 * and the definitions that functions of rows ask for.
 *
 * <p>Example: {@code builder.function(Set.of("max", "最大值"), new LocalText("最大值", "max"))}.
 */
public final class LibraryNames {
    /** None, so that every name stays as it is written. */
    public static final LibraryNames NONE = new Builder().build();

    /** The figures of a KPI are named as their clauses are. */
    private static final Map<String, LocalText> FIGURES = named(Keyword.ACTUAL, Keyword.TARGET, Keyword.ATTAINMENT);

    private final Map<String, LocalText> functions;
    private final Map<String, Map<String, LocalText>> ofRows;

    private LibraryNames(Builder built) {
        functions = Map.copyOf(built.functions);
        ofRows = Map.copyOf(built.ofRows);
    }

    /** So are the figures beside the target. */
    private static final Map<String, LocalText> LEVELS =
            named(Keyword.BASELINE, Keyword.THRESHOLD, Keyword.BENCHMARK, Keyword.STRETCH);

    private static Map<String, LocalText> named(Keyword... keywords) {
        Map<String, LocalText> figures = new HashMap<>();
        for (Keyword keyword : keywords) {
            LocalText name =
                    new LocalText(keyword.chinese().get(0), keyword.english().get(0));
            figures.put(name.zh(), name);
            figures.put(name.en(), name);
        }
        return Map.copyOf(figures);
    }

    /** The spellings of a function; a spelling no formula can hold is left alone. */
    Optional<LocalText> function(String name) {
        return Optional.ofNullable(functions.get(fold(name))).filter(LibraryNames::canBeWritten);
    }

    boolean isOfRows(String name) {
        return ofRows.containsKey(fold(name));
    }

    /** The spellings of a definition that a function of rows asks for. */
    Optional<LocalText> option(String function, String name) {
        return Optional.ofNullable(ofRows.getOrDefault(fold(function), Map.of()).get(fold(name)))
                .filter(LibraryNames::canBeWritten);
    }

    static Optional<LocalText> figure(String name) {
        return Optional.ofNullable(FIGURES.get(Folding.narrow(name)));
    }

    static Optional<LocalText> level(String name) {
        return Optional.ofNullable(LEVELS.get(Folding.narrow(name)));
    }

    private static boolean canBeWritten(LocalText name) {
        return canBeWritten(name.zh()) && canBeWritten(name.en());
    }

    private static boolean canBeWritten(String name) {
        return name.codePoints().allMatch(Character::isLetterOrDigit) && Character.isLetter(name.codePointAt(0))
                || FunctionNames.ALL.contains(name)
                || FunctionNames.OPTIONS.contains(name)
                || name.matches("[A-Za-z][A-Za-z0-9_]*");
    }

    private static String fold(String name) {
        return Folding.narrow(name).toLowerCase(Locale.ROOT);
    }

    /** Gathers names. */
    public static final class Builder {
        private final Map<String, LocalText> functions = new HashMap<>();
        private final Map<String, Map<String, LocalText>> ofRows = new HashMap<>();

        /** A function of values, by every name it is called by. */
        public Builder function(Iterable<String> names, LocalText name) {
            names.forEach(each -> functions.putIfAbsent(fold(each), name));
            return this;
        }

        /** A function of rows, by every name it is called by, and the definitions it asks for. */
        public Builder functionOfRows(Iterable<String> names, LocalText name, Iterable<LocalText> choices) {
            Map<String, LocalText> options = new HashMap<>();
            for (LocalText choice : choices) {
                options.put(fold(choice.zh()), choice);
                options.put(fold(choice.en()), choice);
            }
            for (String each : names) {
                functions.put(fold(each), name);
                ofRows.put(fold(each), Map.copyOf(options));
            }
            return this;
        }

        public LibraryNames build() {
            return new LibraryNames(this);
        }
    }
}
