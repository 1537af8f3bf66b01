package kpi.data.csv;

import java.util.List;
import java.util.Optional;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import kpi.diagnostic.LocalText;

/** Signs that part cells in files people have, and their names. */
final class Delimiters {
    private static final String KNOWN = ",\t;，|、；";

    private Delimiters() {}

    /**
     * The sign that seems to part the cells instead of the declared one.
     *
     * @param names the header row as the declared delimiter parts it
     * @param found how many declared columns a header row has
     */
    static Optional<Character> likely(List<String> names, char declared, ToIntFunction<List<String>> found) {
        if (names.size() > 8) {
            return Optional.empty();
        }
        String line = String.join(String.valueOf(declared), names);
        int best = Math.max(names.size() == 1 ? 0 : found.applyAsInt(names), 0);
        Optional<Character> likely = Optional.empty();
        for (int i = 0; i < KNOWN.length(); i++) {
            char sign = KNOWN.charAt(i);
            if (sign != declared && line.indexOf(sign) >= 0 && line.length() <= 10_000) {
                int count = found.applyAsInt(List.of(line.split(Pattern.quote(String.valueOf(sign)), -1)));
                if (count > best) {
                    best = count;
                    likely = Optional.of(sign);
                }
            }
        }
        return likely;
    }

    static LocalText name(char sign) {
        return switch (sign) {
            case ',' -> new LocalText("逗號 ,", "commas");
            case '\t' -> new LocalText("Tab 鍵", "tabs");
            case ';' -> new LocalText("分號 ;", "semicolons");
            case '，' -> new LocalText("全形逗號 ，", "full-width commas ，");
            case '；' -> new LocalText("全形分號 ；", "full-width semicolons ；");
            case '|' -> new LocalText("直線 |", "bars |");
            default -> new LocalText("「" + sign + "」", "“" + sign + "”");
        };
    }
}
