package kpi.dsl.syntax;

import java.util.Optional;

/**
 * What qualifies the figures of a line: the date they cover to (截至), the date they became known (得知於), their basis (審定數),
 * whether they are provisional (暫定; {@code false} for 確定), a note.
 */
public record Attributes(
        Optional<DateWord> coversTo,
        Optional<DateWord> knownOn,
        Optional<Id> basis,
        Optional<Boolean> provisional,
        Optional<Label> note) {
    /** Nothing is said. */
    public static Attributes none() {
        return new Attributes(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
