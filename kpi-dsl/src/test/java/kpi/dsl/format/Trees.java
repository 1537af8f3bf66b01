package kpi.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import kpi.diagnostic.Limits;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.syntax.SourceFile;
import kpi.dsl.syntax.SyntaxPrinter;
import kpi.source.Source;

/** What a text says, in a form in which two layouts of one text are equal. */
final class Trees {
    private Trees() {}

    /** The tree of a text without mistakes; blanks inside figures and the words that say nothing are levelled. */
    static String of(Source source) {
        Parsed<SourceFile> parsed = KpiParser.file(source, Limits.standard());
        assertEquals(List.of(), parsed.problems(), source::text);
        String tree = Library.inEnglish(SyntaxPrinter.print(parsed.tree()))
                .replaceAll("(?m)^( *not comparable:).*$", "$1")
                .replaceAll("(?m)(?<=\\S)[ \\t]+", " ")
                // In names and units blanks beside brackets and strokes say nothing.
                .replaceAll("(?<=\\S) (?=[)）/／])|(?<=[(（/／]) ", "");
        return tree.lines()
                .map(line -> line.matches(" *(?:row|header) \\|.*") ? cells(line) : line)
                .collect(Collectors.joining("\n"));
    }

    /** Cells keep their text, and the words of an end of a range may stand close to its figure. */
    private static String cells(String line) {
        return Library.cellsInEnglish(line).replaceAll("(?<=[0-9%])(?=(?:and )?(?:above|below)\\b)", " ");
    }
}
