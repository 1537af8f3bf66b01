package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every console block of the documentation prints what the page shows. */
class DocsConsoleTest {
    private static final Path ROOT = Path.of("../..");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        for (Path page : pages) {
            collect(page, tests);
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private static void collect(Path page, List<DynamicTest> tests) throws IOException {
        boolean inside = false;
        String command = "";
        StringBuilder shown = new StringBuilder();
        for (String line : Files.readAllLines(page)) {
            boolean starts = inside && line.startsWith("$ kpi ");
            boolean ends = inside && line.equals("```");
            if ((starts || ends) && !command.isEmpty()) {
                tests.add(test(page, command, shown.toString()));
                command = "";
            }
            if (starts) {
                command = line.substring("$ kpi ".length());
                shown = new StringBuilder();
            } else if (inside && !ends) {
                shown.append(line).append('\n');
            }
            inside = inside ? !ends : line.equals("```console");
        }
    }

    private static DynamicTest test(Path page, String command, String shown) {
        return DynamicTest.dynamicTest(page.getFileName() + ": kpi " + command, () -> {
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(command);
            while (matcher.find()) {
                words.add(matcher.group(1) != null ? matcher.group(1) : matcher.group(2));
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            int status = Main.run(words.toArray(String[]::new), new ByteArrayInputStream(new byte[0]), out, out);
            assertEquals(shown, out.toString(StandardCharsets.UTF_8));
            assertEquals(0, status);
        });
    }
}
