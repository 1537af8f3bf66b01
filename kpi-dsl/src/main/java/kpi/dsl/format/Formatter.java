package kpi.dsl.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.dsl.parser.BlockText;
import kpi.dsl.parser.FileText;
import kpi.dsl.parser.LibraryNames;
import kpi.dsl.parser.Parsed;
import kpi.source.Source;

/**
 * Lays a KPI file out in one way: a clause a line, clauses of one kind aligned, comments kept where they stand. Only
 * blanks, line ends, the form of signs, and the language of keywords change, so the text says what it said; laying out
 * what was laid out changes nothing.
 */
public final class Formatter {
    private Formatter() {}

    /**
     * The text laid out; a text that cannot be read is not changed, its problems are returned.
     *
     * @param keywords the language of the keywords; empty to leave each as it is written
     * @param library the names of functions, which are printed in that language too
     * @param readAs what figures of the text are read as, by where they begin: they are printed so
     */
    public static Checked<String> format(
            Source source,
            Limits limits,
            Optional<Language> keywords,
            LibraryNames library,
            Map<Integer, String> readAs) {
        Parsed<List<BlockText.Item>> file = FileText.of(source, limits, keywords, library);
        if (!file.problems().isEmpty()) {
            return Checked.failed(file.problems());
        }
        List<Line> lines = new Lines(readAs).of(file.tree());
        return Checked.of(Alignment.print(lines));
    }
}
