package kpi.diagnostic;

/** Characters that point to a footnote and say nothing themselves: ①, ⑴, ㉑, ❶, †, ※. */
public final class FootnoteMark {
    private FootnoteMark() {}

    /** Whether a character points to a footnote. */
    public static boolean is(int codePoint) {
        return codePoint >= 0x2460 && codePoint <= 0x2487
                || codePoint >= 0x2776 && codePoint <= 0x277F
                || codePoint >= 0x3220 && codePoint <= 0x3229
                || codePoint >= 0x3251 && codePoint <= 0x325F
                || codePoint >= 0x32B1 && codePoint <= 0x32BF
                || codePoint == '※'
                || codePoint == '†'
                || codePoint == '‡';
    }
}
