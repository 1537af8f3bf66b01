package kpi.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.function.RowChoice;
import kpi.function.RowFunction;
import kpi.function.RowFunctions;
import kpi.function.RowOptions;
import kpi.number.Exact;
import kpi.unit.Units;
import kpi.value.Quantity;

/**
 * How many rows become one figure: a function of rows with what is written behind them.
 *
 * @param present where rows without a value are skipped, how many must have one; empty where one missing value makes the
 *     figure missing
 */
public record Aggregate(RowFunction function, RowOptions options, Optional<Integer> present) {
    public static final Aggregate SUM = of("sum");
    public static final Aggregate COUNT = of("count");
    public static final Aggregate AVERAGE = of("average");
    public static final Aggregate MIN = of("min");
    public static final Aggregate MAX = of("max");

    public Aggregate {
        Objects.requireNonNull(function, "function");
        Objects.requireNonNull(options, "options");
        if (present.filter(least -> least < 1).isPresent()) {
            throw new IllTypedException("at least one value must be asked for");
        }
    }

    /** The function of this name, of rows that all have a value, and nothing behind them. */
    public static Aggregate of(String name) {
        RowFunction function = RowFunctions.find(name)
                .orElseThrow(() -> new IllTypedException("no function of rows is called " + name));
        return new Aggregate(function, RowOptions.NONE, Optional.empty());
    }

    /** Its function, and the options written for it: {@code percentile (90 %, inclusive)}. */
    public String name(Language language) {
        boolean chinese = language == Language.ZH_TW;
        List<String> written = new ArrayList<>();
        for (Exact level : options.levels()) {
            written.add(Quantity.canonical(level, Units.PERCENT).display(language));
        }
        for (RowChoice choice : options.choices()) {
            written.add(choice.name().in(language));
        }
        if (written.isEmpty()) {
            return function.name(language);
        }
        String all = String.join(chinese ? "、" : ", ", written);
        return function.name(language) + (chinese ? "（" + all + "）" : " (" + all + ")");
    }

    /** Whether it needs a value for each row; a count only needs the rows, unless it counts those that have a value. */
    public boolean needsValue() {
        return function.values() > 0 || present.isPresent();
    }

    /** Whether it counts: of no values it is 0. */
    public boolean counts() {
        return function.values() == 0 || function.takesAnything();
    }
}
