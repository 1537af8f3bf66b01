package kpi.data;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;

/**
 * What a datum is worth: until when it covers, since when it is known, and on what it rests.
 *
 * <p>Example: {@code Vintage.none().withCoversTo(LocalDate.of(2020, 11, 30)).asProvisional()}.
 *
 * @param coversTo the last day it covers (截至)
 * @param knownOn the day it became known
 * @param basis 預算, 實收, 決算, 審定 or the like; empty if nobody said
 * @param provisional whether it may still change (暫定)
 * @param source who published it; empty if nobody said
 */
public record Vintage(
        Optional<LocalDate> coversTo, Optional<LocalDate> knownOn, String basis, boolean provisional, String source) {
    private static final Vintage NONE = new Vintage(Optional.empty(), Optional.empty(), "", false, "");

    public Vintage {
        Objects.requireNonNull(coversTo, "coversTo");
        Objects.requireNonNull(knownOn, "knownOn");
        Objects.requireNonNull(basis, "basis");
        Objects.requireNonNull(source, "source");
    }

    /** Nothing said; final, and known at all times. */
    public static Vintage none() {
        return NONE;
    }

    public Vintage withCoversTo(LocalDate day) {
        return new Vintage(Optional.of(day), knownOn, basis, provisional, source);
    }

    public Vintage withKnownOn(LocalDate day) {
        return new Vintage(coversTo, Optional.of(day), basis, provisional, source);
    }

    public Vintage withBasis(String other) {
        return new Vintage(coversTo, knownOn, other, provisional, source);
    }

    public Vintage withSource(String other) {
        return new Vintage(coversTo, knownOn, basis, provisional, other);
    }

    public Vintage asProvisional() {
        return new Vintage(coversTo, knownOn, basis, true, source);
    }

    /** Whether it was known on a day: since it became known, else since the last day it covers, else always. */
    public boolean knownBy(LocalDate day) {
        return knownOn.or(() -> coversTo).map(since -> !since.isAfter(day)).orElse(true);
    }
}
