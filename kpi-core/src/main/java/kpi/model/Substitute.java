package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.value.Absence;

/** What stands in place of a value that is missing. */
public sealed interface Substitute {

    /** Another value. */
    record By(Term term) implements Substitute {
        public By {
            Objects.requireNonNull(term, "term");
        }
    }

    /** It stays missing, but as this kind, for the reason the author gives. */
    record As(Absence absence, Optional<String> reason) implements Substitute {
        public As {
            Objects.requireNonNull(absence, "absence");
            Objects.requireNonNull(reason, "reason");
        }
    }
}
