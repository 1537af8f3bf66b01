package kpi.diagnostic;

import java.util.Locale;

/**
 * What can go wrong, as a name that stays the same for ever. Each package lists its own codes in an enum, with the
 * texts beside it; {@link CommonCode} is an example.
 */
public interface Code {
    /** The stable name in kebab case, such as {@code unopened-bracket}. */
    String id();

    ProblemClass problemClass();

    default Severity severity() {
        return Severity.ERROR;
    }

    /** The file that holds {@code <id>.message}, {@code <id>.remedy} and the labels of related places. */
    Texts texts();

    /** The id of an enum constant: {@code UNOPENED_BRACKET} gives {@code unopened-bracket}. */
    static String idOf(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
