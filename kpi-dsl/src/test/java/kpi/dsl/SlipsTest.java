package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.syntax.SyntaxPrinter;
import kpi.source.Source;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Slips of the pen in whole files: a file that is right ({@code x.kpi}), and beside it ({@code x.txt}) what an author may
 * write instead of some of its lines ({@code -} and {@code +}). The answer is all that is told, in both languages, and
 * what each edit leaves; or that the text is read, and whether as the same.
 *
 * <p>Run with {@code -Dkpi.golden.accept=true} to accept new answers, and read the difference in review.
 */
class SlipsTest {
    private static final Path ROOT = Path.of("src/test/resources/kpi/dsl/slips");

    @TestFactory
    Stream<DynamicTest> slips() throws IOException {
        try (Stream<Path> files = Files.list(ROOT)) {
            List<Path> tables = files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList();
            assertFalse(tables.isEmpty());
            return tables.stream()
                    .map(file -> DynamicTest.dynamicTest(file.getFileName().toString(), () -> check(file)));
        }
    }

    private static void check(Path file) throws IOException {
        String right = Files.readString(Path.of(file.toString().replaceFirst("\\.txt$", ".kpi")));
        assertEquals(List.of(), problems(right), "the right file");
        String expected = Files.readString(file);
        StringBuilder actual = new StringBuilder();
        for (String block : expected.split("\n\n")) {
            actual.append(block.startsWith("#") ? block : answered(right, block))
                    .append("\n\n");
        }
        String text = actual.toString().stripTrailing() + "\n";
        if (Boolean.getBoolean("kpi.golden.accept")) {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        }
        assertEquals(Files.readString(file), text);
    }

    private static String answered(String right, String block) {
        List<String> asked = block.lines()
                .filter(line -> line.startsWith("-") || line.startsWith("+"))
                .toList();
        String before = lines(asked, "-");
        assertTrue(right.contains(before), () -> "not in the right file: " + before);
        String wrong = right.replace(before, lines(asked, "+"));
        return String.join("\n", asked) + "\n" + answer(right, wrong);
    }

    private static String lines(List<String> asked, String sign) {
        return String.join(
                "\n",
                asked.stream()
                        .filter(line -> line.startsWith(sign))
                        .map(line -> line.substring(Math.min(line.length(), 2)))
                        .toList());
    }

    private static String answer(String right, String wrong) {
        List<Problem> problems = problems(wrong);
        if (problems.isEmpty()) {
            return printed(right).equals(printed(wrong)) ? "read, as the same" : "read, as something else";
        }
        List<String> told = new ArrayList<>();
        for (Problem problem : problems) {
            told.add(problem.draw(Language.ZH_TW));
            told.add(problem.message(Language.EN));
            told.add(problem.remedy(Language.EN));
            for (Edit edit : problem.edits()) {
                List<String> left =
                        problems(edit.applied()).stream().map(Problem::code).toList();
                told.add("edit " + (left.isEmpty() ? "mends it" : "leaves " + String.join(", ", left)));
            }
        }
        return String.join("\n", told).lines().map(line -> "  " + line).toList().stream()
                .map(String::stripTrailing)
                .reduce((above, below) -> above + "\n" + below)
                .orElse("");
    }

    private static String printed(String text) {
        String tree = SyntaxPrinter.print(
                KpiParser.file(Source.of("slip.kpi", text), Limits.standard()).tree());
        return Normalizer.normalize(tree, Normalizer.Form.NFKC); // full width is no difference
    }

    private static List<Problem> problems(String text) {
        return KpiCompiler.standard().compile(Source.of("slip.kpi", text)).problems();
    }
}
