package kpi.value;

import java.util.List;
import java.util.Optional;

/** The name of the money before a sum: 新臺幣1,234元, NT$1,234. A bare $ says nothing of whose dollars they are. */
final class Currency {
    private static final List<String> NAMES = List.of("新臺幣", "新台幣", "NT$", "NT＄", "ＮＴ＄", "NTD", "TWD");

    private Currency() {}

    /** How many characters the name takes, blanks behind it included. */
    static Optional<Integer> length(String text) {
        return NAMES.stream().filter(text::startsWith).findFirst().map(name -> {
            int end = name.length();
            while (end < text.length() && PrintedText.isSpace(text.charAt(end))) {
                end++;
            }
            return end;
        });
    }
}
