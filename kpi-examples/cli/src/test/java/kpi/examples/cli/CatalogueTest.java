package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Language;
import kpi.diagnostic.VisibleText;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The catalogue of what the tool itself tells: a folder {@code src/test/resources/catalogue/<code>} for each code, with
 * {@code bad.command} and {@code good.command} (arguments parted by blanks; {@code {folder}} is the folder of the entry),
 * {@code bad.jsonl} and {@code good.jsonl} (the standard input), and the folders that the commands name. To accept what
 * comes out now into {@code expected.txt} and the page: {@code -Dkpi.golden.accept=true}, then read the difference.
 */
class CatalogueTest {
    private static final boolean ACCEPT = Boolean.getBoolean("kpi.golden.accept");
    private static final Path CATALOGUE = Path.of("src", "test", "resources", "catalogue");
    private static final Path DOCS = Path.of("..", "..", "docs");
    private static final Path PAGE = DOCS.resolve("diagnostics").resolve("cli.md");
    private static final int LONGEST_LINE = 160;

    @TestFactory
    Stream<DynamicTest> everyEntryIsTold() {
        return Arrays.stream(CliCode.values()).map(code -> DynamicTest.dynamicTest(code.id(), () -> check(code)));
    }

    @Test
    void everyEntryIsOfACode() throws IOException {
        try (Stream<Path> folders = Files.list(CATALOGUE)) {
            Set<String> entries = folders.map(folder -> folder.getFileName().toString())
                    .collect(Collectors.toCollection(TreeSet::new));
            Set<String> codes = Arrays.stream(CliCode.values()).map(CliCode::id).collect(Collectors.toSet());
            assertEquals(new TreeSet<>(codes), entries);
        }
    }

    @Test
    void thePageShowsTheCatalogue() throws IOException {
        expect(PAGE, page());
        String index = Files.readString(DOCS.resolve("diagnostics.md"), StandardCharsets.UTF_8);
        assertTrue(index.contains("(diagnostics/cli.md)"), "the index does not name the page");
    }

    private static void check(CliCode code) throws IOException {
        String chinese = told(code, "bad", Language.ZH_TW);
        String english = told(code, "bad", Language.EN);
        assertTrue(
                isTold(code, chinese, Language.ZH_TW), () -> "the bad side does not raise " + code + ":\n" + chinese);
        assertTrue(isTold(code, english, Language.EN), () -> "the bad side does not raise " + code + ":\n" + english);
        Run good = run(code, "good", Language.EN);
        assertEquals(0, good.status(), () -> "the good side is not good:\n" + good.out() + good.err());
        assertFalse(isTold(code, good.out() + good.err(), Language.EN), good.err());
        expect(folder(code).resolve("expected.txt"), chinese + "\n" + english);
    }

    /** What has no place in a file is told without its code: then the message up to its first placeholder tells it. */
    private static boolean isTold(CliCode code, String told, Language language) {
        String message = text(code, ".message", language);
        int placeholder = message.indexOf('{');
        return told.contains(code.id())
                || told.contains(placeholder < 0 ? message : message.substring(0, Math.max(placeholder, 1)));
    }

    /** What the author of a command sees of its problems; the answers of formulas by lines go to the output. */
    private static String told(CliCode code, String side, Language language) throws IOException {
        Run run = run(code, side, language);
        String told = run.err().isEmpty() ? run.out() : run.err();
        return told.replace(slashed(folder(code)) + "/", "").strip() + "\n";
    }

    private static Run run(CliCode code, String side, Language language) throws IOException {
        List<String> words = new ArrayList<>();
        for (String word : read(folder(code).resolve(side + ".command")).strip().split(" +")) {
            words.add(word.replace("{folder}", slashed(folder(code))));
        }
        words.add("--lang");
        words.add(language == Language.EN ? "en" : "zh");
        Path input = folder(code).resolve(side + ".jsonl");
        return Run.with(Files.exists(input) ? read(input) : "", words.toArray(String[]::new));
    }

    private static Path folder(CliCode code) {
        return CATALOGUE.resolve(code.id());
    }

    private static String slashed(Path path) {
        return path.toString().replace('\\', '/');
    }

    private static String page() throws IOException {
        List<String> lines = new ArrayList<>();
        lines.add("# Diagnostics 診斷訊息: cli");
        lines.add("");
        lines.add("What the command-line tool tells beside the problems of the library. Made from the catalogue under"
                + " `kpi-examples/cli/src/test/resources/catalogue` by a test, which also runs every command.");
        lines.add("");
        lines.add("| code | class | severity | says |");
        lines.add("|---|---|---|---|");
        for (CliCode code : CliCode.values()) {
            lines.add("| [`" + code.id() + "`](#" + code.id() + ") | " + code.problemClass() + " | "
                    + code.severity().name().toLowerCase(Locale.ROOT) + " | " + text(code, ".message", Language.EN)
                    + " |");
        }
        for (CliCode code : CliCode.values()) {
            lines.addAll(List.of("", "## " + code.id()));
            for (Language language : Language.values()) {
                lines.addAll(List.of("", text(code, ".message", language) + " " + text(code, ".remedy", language)));
            }
            side(lines, "Example 範例", code, "bad");
            lines.addAll(List.of("", "Told 訊息"));
            block(lines, read(folder(code).resolve("expected.txt")));
            side(lines, "Repaired 改正", code, "good");
        }
        return String.join("\n", lines) + "\n";
    }

    private static String text(CliCode code, String part, Language language) {
        return code.texts().text(code.id() + part, language);
    }

    private static void side(List<String> lines, String title, CliCode code, String side) throws IOException {
        lines.addAll(List.of("", title));
        block(lines, "kpi " + read(folder(code).resolve(side + ".command")).replace("{folder}/", ""));
        try (Stream<Path> all = Files.walk(folder(code))) {
            for (Path file : all.filter(Files::isRegularFile).sorted().toList()) {
                String name = slashed(folder(code).relativize(file));
                if (name.startsWith(side + "/") || name.startsWith("both/") || name.equals(side + ".jsonl")) {
                    lines.addAll(List.of("", "`" + name + "`"));
                    block(lines, read(file));
                }
            }
        }
    }

    private static void block(List<String> lines, String content) {
        lines.addAll(List.of("", "```text"));
        content.lines()
                .map(line -> VisibleText.of(line, LONGEST_LINE).stripTrailing())
                .forEach(lines::add);
        lines.add("```");
    }

    private static String read(Path file) throws IOException {
        return Files.readString(file, StandardCharsets.UTF_8);
    }

    private static void expect(Path file, String actual) throws IOException {
        if (ACCEPT) {
            Files.writeString(file, actual, StandardCharsets.UTF_8);
        }
        assertTrue(Files.exists(file), () -> file + " is absent: accept what comes out now, and read it");
        assertEquals(read(file), actual, file.toString());
    }
}
