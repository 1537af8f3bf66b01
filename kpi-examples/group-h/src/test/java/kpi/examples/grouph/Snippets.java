package kpi.examples.grouph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The fenced blocks of a page. */
final class Snippets {
    private Snippets() {}

    /** The blocks of one language, in the order of the page; behind the language a block may name the file it is. */
    static List<String> of(Path page, String language) throws IOException {
        List<String> blocks = new ArrayList<>();
        StringBuilder open = null;
        for (String line : Files.readAllLines(page)) {
            if (open == null && (line.equals("```" + language) || line.startsWith("```" + language + " "))) {
                open = new StringBuilder();
            } else if (open != null && line.equals("```")) {
                blocks.add(open.toString());
                open = null;
            } else if (open != null) {
                open.append(line).append('\n');
            }
        }
        return blocks;
    }
}
