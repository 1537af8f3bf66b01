package kpi.dsl.format;

import java.util.ArrayList;
import java.util.List;

/** The comments of a text, found in another way than the formatter finds them: no text of the samples holds a #. */
final class Comments {
    private Comments() {}

    static List<String> of(String text) {
        List<String> comments = new ArrayList<>();
        text.lines()
                .filter(line -> line.matches(".*[#＃].*"))
                .forEach(line -> comments.add(
                        line.substring(line.replace('＃', '#').indexOf('#')).stripTrailing()));
        return comments;
    }
}
