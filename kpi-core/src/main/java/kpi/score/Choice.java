package kpi.score;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import kpi.data.Datum;
import kpi.data.Vintage;
import kpi.model.InputDefinition.Stated;
import kpi.value.ReportingPeriod;

/** Which of several data for one period stands, as known on a date. */
public sealed interface Choice {
    /** This one. */
    record Chosen(Datum datum) implements Choice {}

    /** Two that are equally late: nothing says which. */
    record Tie(Datum first, Datum second) implements Choice {}

    /** There are data, but none was known by the date. */
    record NotYetKnown(Datum first) implements Choice {}

    /** There are none. */
    record None() implements Choice {}

    /**
     * The datum for a period: those stated for the period before those stated for every period; among them the latest
     * known by the date (by the day it was known on, else the day it covers to; an undated one counts as known before
     * all others); among equally late ones the final before the provisional. What is not yet known hides nothing: until then
     * the data stated for every period stand.
     */
    static Choice of(List<Stated> data, ReportingPeriod period, Optional<LocalDate> knownOn) {
        Choice own = among(
                data.stream()
                        .filter(stated -> stated.period().isPresent()
                                && stated.period().get().equals(period))
                        .map(Stated::datum)
                        .toList(),
                knownOn);
        if (own instanceof Chosen || own instanceof Tie) {
            return own;
        }
        Choice ofEvery = among(
                data.stream()
                        .filter(stated -> stated.period().isEmpty())
                        .map(Stated::datum)
                        .toList(),
                knownOn);
        return ofEvery instanceof None ? own : ofEvery;
    }

    /** Whether neither of two data overrules the other. */
    static boolean equallyLate(Vintage first, Vintage second) {
        return compare(first, second) == 0;
    }

    private static Choice among(List<Datum> data, Optional<LocalDate> knownOn) {
        if (data.isEmpty()) {
            return new None();
        }
        Optional<Datum> best = Optional.empty();
        Optional<Datum> tied = Optional.empty();
        for (Datum datum : data) {
            if (knownOn.isPresent() && !datum.vintage().knownBy(knownOn.get())) {
                continue;
            }
            int order = best.isEmpty() ? 1 : compare(datum.vintage(), best.get().vintage());
            if (order > 0) {
                best = Optional.of(datum);
                tied = Optional.empty();
            } else if (order == 0 && tied.isEmpty()) {
                tied = Optional.of(datum);
            }
        }
        if (best.isEmpty()) {
            return new NotYetKnown(data.get(0));
        }
        return tied.isPresent() ? new Tie(best.get(), tied.get()) : new Chosen(best.get());
    }

    private static int compare(Vintage first, Vintage second) {
        int byDay = day(first).compareTo(day(second));
        return byDay != 0 ? byDay : Boolean.compare(second.provisional(), first.provisional());
    }

    private static LocalDate day(Vintage vintage) {
        return vintage.knownOn().or(vintage::coversTo).orElse(LocalDate.MIN);
    }
}
