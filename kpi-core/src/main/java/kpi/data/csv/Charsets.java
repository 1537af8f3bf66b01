package kpi.data.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import kpi.diagnostic.Severity;

/**
 * The charsets to try, in order. Nothing declared: UTF-8, else Big5 as Windows writes it, else Big5 with the Hong Kong
 * supplement. The JDK's own Big5 cannot hold 碁恒裏銹粧嫺, so a file declared as Big5 is read as the larger two.
 */
final class Charsets {
    private static final String WINDOWS = "x-windows-950";

    private static final String HONG_KONG = "Big5-HKSCS";

    private Charsets() {}

    /**
     * One charset to try.
     *
     * @param refusesPrivateUse whether a private-use character shows that the charset is another one
     * @param guessed whether the text must look like Chinese before it is believed
     * @param told how loudly it is told that this charset was taken; empty if it is what was declared or expected
     */
    record Candidate(Charset charset, boolean refusesPrivateUse, boolean guessed, Optional<Severity> told) {
        Candidate(Charset charset) {
            this(charset, false, false, Optional.empty());
        }
    }

    static List<Candidate> of(Optional<Charset> declared) {
        List<Candidate> candidates = new ArrayList<>();
        if (declared.isEmpty()) {
            candidates.add(new Candidate(StandardCharsets.UTF_8));
            addBig5(candidates, true);
        } else if (declared.get().name().toLowerCase(Locale.ROOT).equals("big5")) {
            addBig5(candidates, false);
            candidates.add(new Candidate(declared.get()));
        } else {
            candidates.add(new Candidate(declared.get()));
        }
        return candidates;
    }

    /**
     * A small JDK may lack them. Where Windows has characters of the user's own, Hong Kong has characters of the supplement,
     * and only the text can tell which was meant: that is worth a warning.
     */
    private static void addBig5(List<Candidate> candidates, boolean guessed) {
        Optional<Severity> told = guessed ? Optional.of(Severity.INFO) : Optional.empty();
        if (Charset.isSupported(WINDOWS)) {
            candidates.add(new Candidate(Charset.forName(WINDOWS), true, guessed, told));
        }
        if (Charset.isSupported(HONG_KONG)) {
            candidates.add(new Candidate(Charset.forName(HONG_KONG), true, guessed, Optional.of(Severity.WARNING)));
        }
    }

    /** Whether text in the charset has NUL bytes. */
    static boolean isWide(Charset charset) {
        String name = charset.name();
        return name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.startsWith("X-UTF-");
    }
}
