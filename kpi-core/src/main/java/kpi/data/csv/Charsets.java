package kpi.data.csv;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The charsets to try, in order. Nothing declared: UTF-8, else Big5 as Windows writes it, else Big5 with the Hong Kong
 * supplement. The JDK's own Big5 cannot hold 碁恒裏銹粧嫺, so a file declared as Big5 is read as the larger two.
 */
final class Charsets {
    private Charsets() {}

    /**
     * One charset to try.
     *
     * @param refusesPrivateUse whether a private-use character shows that the charset is another one
     * @param guessed whether the text must look like Chinese before it is believed
     */
    record Candidate(Charset charset, boolean refusesPrivateUse, boolean guessed) {}

    static List<Candidate> of(Optional<Charset> declared) {
        List<Candidate> candidates = new ArrayList<>();
        if (declared.isEmpty()) {
            candidates.add(new Candidate(StandardCharsets.UTF_8, false, false));
            addBig5(candidates, true);
        } else if (declared.get().name().toLowerCase(Locale.ROOT).equals("big5")) {
            addBig5(candidates, false);
            candidates.add(new Candidate(declared.get(), false, false));
        } else {
            candidates.add(new Candidate(declared.get(), false, false));
        }
        return candidates;
    }

    /** A small JDK may lack them. */
    private static void addBig5(List<Candidate> candidates, boolean guessed) {
        for (String name : List.of("x-windows-950", "Big5-HKSCS")) {
            if (Charset.isSupported(name)) {
                candidates.add(new Candidate(Charset.forName(name), true, guessed));
            }
        }
    }

    /** Whether text in the charset has NUL bytes. */
    static boolean isWide(Charset charset) {
        String name = charset.name();
        return name.startsWith("UTF-16") || name.startsWith("UTF-32") || name.startsWith("X-UTF-");
    }
}
