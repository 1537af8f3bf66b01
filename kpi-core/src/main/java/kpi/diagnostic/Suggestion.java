package kpi.diagnostic;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the known name that was probably meant. Near are names that look alike, that have the same words in another
 * order, that lack or have a qualifier in brackets, or that differ in few characters: one from 3 letters on, or from 2
 * Han characters on, two from 6 on, three from 12 on. Names whose digits differ are never near: HP4.3 is no mistyped
 * HP4.2.
 *
 * <p>Example: {@code Suggestion.nearest("稅課收人", List.of("稅課收入", "歲出"))} is {@code 稅課收入}.
 */
public final class Suggestion {
    /** Longer names are not typed but copied, and comparing them would cost more than it helps. */
    public static final int MAXIMUM_LENGTH = 64;

    private static final int MAXIMUM_DIFFERENCES = 2;

    private static final int MOST_COMPARED = 1_000;

    private static final int MOST_LIKELY = 300;

    private static final int MOST_LONGER = 8;

    private final List<ComparableName> known;

    private Suggestion(Collection<String> known) {
        this.known = known.stream()
                .distinct()
                .filter(Suggestion::isShort)
                .map(ComparableName::of)
                .toList();
    }

    /** Prepares names that will be asked for more than once. */
    public static Suggestion among(Collection<String> known) {
        return new Suggestion(known);
    }

    /** The nearest known name, if one is near; among equally near ones the first in the order of their characters. Of more than a
     * thousand names only those are compared that begin or end alike, three hundred at most.
     */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        return among(known.size() > MOST_COMPARED ? likely(unknown, known) : known)
                .nearest(unknown);
    }

    /** Of very many names those that begin or end alike, so that a text full of mistakes takes no time that grows with both. */
    private static List<String> likely(String unknown, Collection<String> known) {
        if (unknown.isEmpty()) {
            return List.of();
        }
        char first = Character.toLowerCase(unknown.charAt(0));
        char last = Character.toLowerCase(unknown.charAt(unknown.length() - 1));
        List<String> likely = new ArrayList<>();
        for (String name : known) {
            if (likely.size() == MOST_LIKELY) {
                break;
            }
            boolean alike = !name.isEmpty()
                    && (Character.toLowerCase(name.charAt(0)) == first
                            || Character.toLowerCase(name.charAt(name.length() - 1)) == last);
            if (alike && Math.abs(name.length() - unknown.length()) <= MOST_LONGER) {
                likely.add(name);
            }
        }
        return likely;
    }

    /** See {@link #nearest(String, Collection)}. */
    public Optional<String> nearest(String unknown) {
        return near(unknown, 1).stream().findFirst();
    }

    /** The known names that are near, nearest first, at most so many; the unknown name itself is none of them. */
    public List<String> near(String unknown, int maximum) {
        if (!isShort(unknown)) {
            return List.of();
        }
        ComparableName wanted = ComparableName.of(unknown);
        return known.stream()
                .filter(name -> !name.text().equals(unknown))
                .map(name -> new Candidate(name.text(), wanted.distance(name)))
                .filter(candidate -> candidate.distance < ComparableName.FAR)
                .sorted(Comparator.comparingInt(Candidate::distance).thenComparing(Candidate::name))
                .limit(maximum)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int distance) {}

    private static boolean isShort(String name) {
        return name.codePointCount(0, name.length()) <= MAXIMUM_LENGTH;
    }

    /**
     * What differs between two names, as characters with their numbers: {@code 内 U+5185 → 內 U+5167}. A character that
     * only the other has is marked {@code +}, one that only the first has {@code -}. At most two differences are
     * named, within the first 64 characters.
     */
    public static String differingCodePoints(String one, String other) {
        List<EditDistance.Change> changes = EditDistance.changes(codePoints(one), codePoints(other));
        return changes.stream()
                        .limit(MAXIMUM_DIFFERENCES)
                        .map(Suggestion::describe)
                        .collect(Collectors.joining(", "))
                + (changes.size() > MAXIMUM_DIFFERENCES ? ", …" : "");
    }

    private static int[] codePoints(String name) {
        return name.codePoints().limit(MAXIMUM_LENGTH).toArray();
    }

    private static String describe(EditDistance.Change change) {
        if (change.before().isEmpty()) {
            return "+ " + named(change.after().getAsInt());
        }
        if (change.after().isEmpty()) {
            return "- " + named(change.before().getAsInt());
        }
        return named(change.before().getAsInt()) + " → " + named(change.after().getAsInt());
    }

    private static String named(int codePoint) {
        String number = VisibleText.number(codePoint);
        String shown = VisibleText.of(Character.toString(codePoint));
        return shown.contains(number) || Character.isSpaceChar(codePoint) ? number : shown + " " + number;
    }
}
