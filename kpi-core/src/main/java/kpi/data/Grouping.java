package kpi.data;

/** Takes a declared grouping sign out of a number, where it groups digits in threes; leaves any other text as it is. */
final class Grouping {
    private final char sign;

    Grouping(char sign) {
        this.sign = sign;
    }

    /** {@code 1 234 567.5} without its signs; {@code 12 34} unchanged, so that it is refused as it stands. */
    String remove(String text) {
        int i = 0;
        while (i < text.length() && !isDigit(text, i)) {
            i++;
        }
        int first = i;
        while (isDigit(text, i)) {
            i++;
        }
        if (i == first || i - first > 3 || i >= text.length() || text.charAt(i) != sign) {
            return text;
        }
        StringBuilder digits = new StringBuilder(text.length()).append(text, 0, i);
        while (i < text.length() && text.charAt(i) == sign) {
            if (!isDigit(text, i + 1) || !isDigit(text, i + 2) || !isDigit(text, i + 3) || isDigit(text, i + 4)) {
                return text;
            }
            digits.append(text, i + 1, i + 4);
            i += 4;
        }
        return digits.append(text, i, text.length()).toString();
    }

    private static boolean isDigit(String text, int at) {
        if (at >= text.length()) {
            return false;
        }
        char c = text.charAt(at);
        return c >= '0' && c <= '9' || c >= '０' && c <= '９';
    }
}
