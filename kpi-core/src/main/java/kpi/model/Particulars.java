package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What documents say of a KPI beside its figures.
 *
 * @param owner who answers for it (主責局處)
 * @param authority the rule it rests on (依據)
 * @param source where its data are from (資料來源); several lines of the text are joined by semicolons
 * @param printed its formula as printed (原文), which is never computed
 * @param notes what else is said of it (附註)
 */
public record Particulars(
        Optional<String> owner,
        Optional<String> authority,
        Optional<String> source,
        List<String> printed,
        List<String> notes) {
    /** Nothing is said. */
    public static final Particulars NONE =
            new Particulars(Optional.empty(), Optional.empty(), Optional.empty(), List.of(), List.of());

    public Particulars {
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(source, "source");
        printed = List.copyOf(printed);
        notes = List.copyOf(notes);
    }

    /** An owner alone. */
    public static Particulars of(Optional<String> owner) {
        return new Particulars(owner, Optional.empty(), Optional.empty(), List.of(), List.of());
    }
}
