package kpi.diagnostic;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A name, prepared for being compared with many. */
final class ComparableName {
    /** The distance of names that have nothing to do with one another. */
    static final int FAR = Integer.MAX_VALUE;

    /** Distances count in halves, so that looking alike is nearer than one difference. */
    private static final int ALIKE = 1;

    private static final int ONE_DIFFERENCE = 2;

    private static final int QUALIFIED = 3;

    private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{M}\\p{N}]+");

    private static final String OPENING_BRACKETS = "([〔【";

    private final String text;
    private final String skeleton;
    private final int[] codePoints;
    private final List<String> words;
    private final String digits;
    private final boolean isHan;
    private final long characters;

    private ComparableName(String text) {
        this.text = text;
        this.skeleton = LookAlike.skeleton(text);
        this.codePoints = skeleton.codePoints().toArray();
        this.words = BETWEEN_WORDS
                .splitAsStream(text)
                .filter(word -> !word.isEmpty())
                .map(LookAlike::skeleton)
                .sorted()
                .toList();
        this.digits = skeleton.codePoints()
                .filter(Character::isDigit)
                .mapToObj(Character::toString)
                .collect(Collectors.joining());
        this.isHan = Arrays.stream(codePoints).anyMatch(Character::isIdeographic);
        this.characters = Arrays.stream(codePoints)
                .mapToLong(codePoint -> 1L << (codePoint % Long.SIZE))
                .reduce(0, (all, one) -> all | one);
    }

    static ComparableName of(String text) {
        return new ComparableName(text);
    }

    String text() {
        return text;
    }

    /** How far apart two names are, in halves of a difference; {@link #FAR} if they are not near. */
    int distance(ComparableName other) {
        if (skeleton.equals(other.skeleton)) {
            return ALIKE;
        }
        if (!digits.equals(other.digits)) {
            return FAR;
        }
        if (hasSameWords(other) || isRotation(other)) {
            return ONE_DIFFERENCE;
        }
        int allowed = Math.min(allowedDifferences(), other.allowedDifferences());
        if (mayDifferInAtMost(allowed, other)) {
            int differences = EditDistance.atMost(allowed, codePoints, other.codePoints);
            if (differences <= allowed) {
                return differences * ONE_DIFFERENCE;
            }
        }
        return isBaseOf(other) || other.isBaseOf(this) ? QUALIFIED : FAR;
    }

    /** One Han character says more than one letter, so shorter names may differ in one. */
    private int allowedDifferences() {
        int length = codePoints.length;
        if (length < (isHan ? 2 : 3)) {
            return 0;
        }
        return length < 6 ? 1 : length < 12 ? 2 : 3;
    }

    /** A cheap look that spares most comparisons: each difference brings in and takes away at most one character. */
    private boolean mayDifferInAtMost(int allowed, ComparableName other) {
        return Long.bitCount(characters & ~other.characters) <= allowed
                && Long.bitCount(other.characters & ~characters) <= allowed;
    }

    private boolean hasSameWords(ComparableName other) {
        return !words.isEmpty() && words.equals(other.words);
    }

    /** Whether two parts changed places, such as 決算歲入 for 歲入決算. */
    private boolean isRotation(ComparableName other) {
        return codePoints.length > 3
                && characters == other.characters
                && skeleton.length() == other.skeleton.length()
                && (skeleton + skeleton).contains(other.skeleton);
    }

    /** Whether the other, which is not equal, is this name with a qualifier in brackets behind it. */
    private boolean isBaseOf(ComparableName other) {
        return codePoints.length >= 2
                && other.skeleton.startsWith(skeleton)
                && OPENING_BRACKETS.indexOf(other.skeleton.charAt(skeleton.length())) >= 0;
    }
}
