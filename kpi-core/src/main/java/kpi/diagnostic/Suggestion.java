package kpi.diagnostic;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Finds the name that was probably meant.
 *
 * <p>Example: {@code Suggestion.nearest("稅課收人", List.of("稅課收入", "歲出"))} is {@code 稅課收入}.
 */
public final class Suggestion {
    /** Longer names are typed by copying, and comparing them would cost more than it helps. */
    public static final int MAXIMUM_LENGTH = 64;

    private static final int MAXIMUM_DIFFERENCES = 3;

    private Suggestion() {}

    /** The nearest known name, if one is near enough; among equally near ones the first in code point order. */
    public static Optional<String> nearest(String unknown, Collection<String> known) {
        return near(unknown, known, 1).stream().findFirst();
    }

    /** The known names that are near enough, nearest first, at most so many. The unknown name itself is none. */
    public static List<String> near(String unknown, Collection<String> known, int maximum) {
        if (unknown.codePointCount(0, unknown.length()) > MAXIMUM_LENGTH) {
            return List.of();
        }
        Name wanted = Name.of(unknown);
        return known.stream()
                .distinct()
                .filter(name -> !name.equals(unknown) && name.length() <= 2 * MAXIMUM_LENGTH)
                .map(name -> new Candidate(name, distance(wanted, Name.of(name))))
                .filter(candidate -> candidate.halves < Integer.MAX_VALUE)
                .sorted(Comparator.comparingInt(Candidate::halves).thenComparing(Candidate::name))
                .limit(maximum)
                .map(Candidate::name)
                .toList();
    }

    private record Candidate(String name, int halves) {}

    /** Twice the distance, so that half a difference is a whole number. */
    private static int distance(Name one, Name other) {
        if (one.skeleton.equals(other.skeleton)) {
            return 1;
        }
        if (one.words.equals(other.words) || isRotation(one.skeleton, other.skeleton)) {
            return 2;
        }
        int allowed = Math.min(one.allowedDifferences(), other.allowedDifferences());
        int differences = EditDistance.atMost(allowed, one.codePoints, other.codePoints);
        if (differences <= allowed) {
            return 2 * differences;
        }
        return one.isBaseOf(other) || other.isBaseOf(one) ? 3 : Integer.MAX_VALUE;
    }

    /** Two parts that changed places, such as 決算歲入 for 歲入決算. */
    private static boolean isRotation(String one, String other) {
        return one.length() == other.length() && one.length() > 2 && (one + one).contains(other);
    }

    /**
     * What differs between two names, as characters with their numbers: {@code 内 U+5185 → 內 U+5167}. A character that
     * only one has is marked {@code +} or {@code -}. At most three differences are named.
     */
    public static String differingCodePoints(String one, String other) {
        return EditDistance.differences(
                        cut(one).codePoints().toArray(), cut(other).codePoints().toArray())
                .stream()
                .limit(MAXIMUM_DIFFERENCES)
                .map(difference -> difference[0] < 0
                        ? "+ " + named(difference[1])
                        : difference[1] < 0
                                ? "- " + named(difference[0])
                                : named(difference[0]) + " → " + named(difference[1]))
                .collect(Collectors.joining(", "));
    }

    private static String cut(String name) {
        int length = name.codePointCount(0, name.length());
        return length <= MAXIMUM_LENGTH ? name : name.substring(0, name.offsetByCodePoints(0, MAXIMUM_LENGTH));
    }

    private static String named(int codePoint) {
        String number = VisibleText.number(codePoint);
        String shown = VisibleText.of(Character.toString(codePoint));
        return shown.contains(number) || Character.isSpaceChar(codePoint) ? number : shown + " " + number;
    }

    /** A name, prepared for comparing. */
    private record Name(String skeleton, int[] codePoints, List<String> words, boolean isHan) {
        static Name of(String name) {
            String skeleton = LookAlike.skeleton(name);
            int[] codePoints = skeleton.codePoints().toArray();
            String[] words = skeleton.split("[^\\p{L}\\p{N}]+");
            Arrays.sort(words);
            boolean isHan = Arrays.stream(codePoints).anyMatch(Character::isIdeographic);
            return new Name(
                    skeleton,
                    codePoints,
                    List.of(words).stream().filter(word -> !word.isEmpty()).toList(),
                    isHan);
        }

        /** One Han character says more than one letter, so shorter names may differ in one. */
        int allowedDifferences() {
            int length = codePoints.length;
            if (length < (isHan ? 2 : 3)) {
                return 0;
            }
            return length < 6 ? 1 : length < 12 ? 2 : 3;
        }

        /** Whether the other is this with a qualifier in brackets behind it. */
        boolean isBaseOf(Name other) {
            return codePoints.length >= 2 && other.skeleton.startsWith(skeleton + "(");
        }
    }
}
