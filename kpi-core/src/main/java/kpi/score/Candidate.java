package kpi.score;

import kpi.diagnostic.LocalText;
import kpi.number.Exact;

/**
 * A number that may stand behind a printed figure.
 *
 * @param value in the base unit of the KPI
 * @param number the digits in the KPI's unit: {@code 5.4}
 * @param origin where it comes from
 * @param brief in a few words: {@code the target of 110}
 * @param full with the number: {@code 目標值取 110 年之 5.4%}
 */
record Candidate(Exact value, String number, Origin origin, LocalText brief, LocalText full) {
    enum Origin {
        /** As the rule has it. */
        RULE,
        /** The rule's figure rounded otherwise, or computed where it was reported. */
        OTHER_COMPUTATION,
        OTHER_PERIOD,
        /** What a page printed. */
        OTHER_PAGE
    }

    boolean deviates() {
        return origin != Origin.RULE;
    }
}
