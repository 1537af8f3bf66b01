package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every console block of the documentation prints what the page shows. A block of the page that names a file behind its
 * language ({@code ```kpi road.kpi}) is that file for the commands below it; {@code kpi-examples/…} are the examples
 * of this repository. Behind a command {@code 2>/dev/null} and {@code | head -N} mean what they mean in a shell.
 */
class DocsConsoleTest {
    private static final Path ROOT = Path.of("../..");
    private static final Path EXAMPLES = ROOT.resolve("kpi-examples/README.md");
    private static final Pattern SHORTENED = Pattern.compile("(.*?)( 2>/dev/null)?(?: \\| head -([0-9]+))?");
    private static final Pattern WORD = Pattern.compile("'([^']*)'|(\\S+)");
    private static final Pattern STATUS = Pattern.compile(" +# (?:exit status|結束代碼) ([0-9])$");

    @TempDir
    Path folder;

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        List<Path> pages = new ArrayList<>(List.of(ROOT.resolve("README.md")));
        try (Stream<Path> files = Files.walk(ROOT.resolve("docs"))) {
            files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        pages.add(EXAMPLES);
        for (Path page : pages) {
            collect(page, tests);
        }
        assertFalse(tests.isEmpty());
        return tests.stream();
    }

    private void collect(Path page, List<DynamicTest> tests) throws IOException {
        Map<String, String> saved = new LinkedHashMap<>();
        String fence = "";
        List<String> block = new ArrayList<>();
        for (String line : Files.readAllLines(page)) {
            if (fence.isEmpty() && line.startsWith("```")) {
                fence = line;
                block.clear();
            } else if (line.equals("```")) {
                if (fence.equals("```console")) {
                    commands(page, block, Map.copyOf(saved), tests);
                } else if (fence.contains(" ")) {
                    saved.put(fence.substring(fence.indexOf(' ') + 1), String.join("\n", block) + "\n");
                }
                fence = "";
            } else {
                block.add(line);
            }
        }
    }

    private void commands(Path page, List<String> block, Map<String, String> saved, List<DynamicTest> tests) {
        int end = block.size();
        List<DynamicTest> backwards = new ArrayList<>();
        for (int i = block.size() - 1; i >= 0; i--) {
            if (block.get(i).startsWith("$ kpi ")) {
                String command = block.get(i).substring("$ kpi ".length());
                String shown = String.join("\n", block.subList(i + 1, end));
                backwards.add(0, test(page, command, shown, saved));
                end = i;
            }
        }
        tests.addAll(backwards);
    }

    private DynamicTest test(Path page, String line, String shown, Map<String, String> saved) {
        return DynamicTest.dynamicTest(page.getFileName() + ": kpi " + line, () -> {
            Matcher status = STATUS.matcher(line);
            int expected = status.find() ? Integer.parseInt(status.group(1)) : 0;
            Matcher shell = SHORTENED.matcher(status.reset().replaceAll(""));
            assertTrue(shell.matches());
            String command = shell.group(1);
            Path here = Files.createTempDirectory(folder, "page");
            for (Map.Entry<String, String> file : saved.entrySet()) {
                Path path = here.resolve(file.getKey());
                Files.createDirectories(path.getParent());
                Files.writeString(path, file.getValue());
            }
            List<String> words = new ArrayList<>();
            Matcher matcher = WORD.matcher(command);
            while (matcher.find()) {
                String word = matcher.group(1) != null ? matcher.group(1) : matcher.group(2);
                boolean isSaved = saved.containsKey(word)
                        || saved.keySet().stream().anyMatch(name -> name.startsWith(word + "/"));
                words.add(isSaved ? here + "/" + word : word.startsWith("kpi-examples/") ? ROOT + "/" + word : word);
            }
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            OutputStream err = shell.group(2) == null ? out : OutputStream.nullOutputStream();
            int found = Main.run(words.toArray(String[]::new), new ByteArrayInputStream(new byte[0]), out, err);
            String printed =
                    out.toString(StandardCharsets.UTF_8).replace(here + "/", "").replace(ROOT + "/", "");
            if (shell.group(3) != null) {
                printed =
                        printed.lines().limit(Integer.parseInt(shell.group(3))).collect(Collectors.joining("\n"));
            }
            assertEquals(shown.stripTrailing(), printed.stripTrailing());
            assertEquals(expected, found, "exit status");
        });
    }
}
