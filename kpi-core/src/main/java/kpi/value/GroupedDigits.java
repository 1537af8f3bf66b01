package kpi.value;

/** Puts commas between groups of three. */
final class GroupedDigits {
    private GroupedDigits() {}

    /** Groups the digits before the point; what stands around them stays. */
    static String of(String plain) {
        int start = plain.startsWith("-") ? 1 : 0;
        int end = start;
        while (end < plain.length() && Character.isDigit(plain.charAt(end))) {
            end++;
        }
        StringBuilder grouped = new StringBuilder(plain);
        for (int i = end - 3; i > start; i -= 3) {
            grouped.insert(i, ',');
        }
        return grouped.toString();
    }
}
