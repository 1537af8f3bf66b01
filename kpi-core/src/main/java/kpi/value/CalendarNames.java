package kpi.value;

import kpi.diagnostic.LocalText;

/** The words for a calendar in messages. */
final class CalendarNames {
    private CalendarNames() {}

    static LocalText of(CalendarKind calendar) {
        return switch (calendar) {
            case ROC -> new LocalText("民國年", "ROC years");
            case WESTERN -> new LocalText("西元年", "Western years");
        };
    }
}
