package kpi.value;

import kpi.diagnostic.Language;

/** What a formula can yield or a cell can hold. What is missing is no value: see {@link Absence}. */
public sealed interface Value permits Quantity, Truth, Text, DateValue, PeriodValue {
    /** The value as people read it. */
    String display(Language language);
}
