package kpi.dsl.parser;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the corpus of hostile formulas, where it is present. */
final class HostileFormulas {
    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\]|\\\\.)*+)\"");

    record Formula(String id, String text, List<String> expect, Optional<int[]> at, boolean syntaxDependent) {}

    private HostileFormulas() {}

    static Optional<Path> folder() {
        String given = System.getProperty("kpi.cases");
        if (given != null) {
            return Optional.of(Path.of(given));
        }
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path cases = at.resolve("shared").resolve("cases");
            if (Files.isDirectory(cases)) {
                return Optional.of(cases);
            }
        }
        return Optional.empty();
    }

    static List<Formula> read(Path cases) {
        try {
            List<Formula> formulas = new ArrayList<>();
            for (String line :
                    Files.readAllLines(cases.resolve("hostile").resolve("formulas.jsonl"), StandardCharsets.UTF_8)) {
                formulas.add(formula(line));
            }
            return formulas;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Formula formula(String line) {
        List<String> expect = new ArrayList<>();
        Matcher each = STRING.matcher(after(line, "\"expect\": [").split("]", 2)[0]);
        while (each.find()) {
            expect.add(each.group(1));
        }
        Matcher at =
                Pattern.compile("\"at\": \\{\"line\": (\\d+), \"col\": (\\d+)}").matcher(line);
        Optional<int[]> place = at.find()
                ? Optional.of(new int[] {Integer.parseInt(at.group(1)), Integer.parseInt(at.group(2))})
                : Optional.empty();
        return new Formula(string(line, "id"), text(line), expect, place, line.contains("\"syntaxDependent\": true"));
    }

    private static String text(String line) {
        if (line.contains("\"gen\": {")) {
            String gen = after(line, "\"gen\": {");
            int count = Integer.parseInt(
                    after(gen, "\"count\": ").split("[,}]", 2)[0].strip());
            return string(gen, "pre")
                    + string(gen, "unit").repeat(count)
                    + string(gen, "mid")
                    + string(gen, "unit2").repeat(count)
                    + string(gen, "post");
        }
        if (line.contains("\"textUtf16\": [")) {
            StringBuilder text = new StringBuilder();
            Matcher unit = STRING.matcher(after(line, "\"textUtf16\": [").split("]", 2)[0]);
            while (unit.find()) {
                text.append((char) Integer.parseInt(unit.group(1), 16));
            }
            return text.toString();
        }
        return string(line, "text");
    }

    private static String after(String line, String key) {
        int at = line.indexOf(key);
        if (at < 0) {
            throw new IllegalArgumentException("no " + key + " in " + line);
        }
        return line.substring(at + key.length());
    }

    private static String string(String line, String key) {
        Matcher value = STRING.matcher(after(line, "\"" + key + "\": "));
        if (!value.lookingAt()) {
            throw new IllegalArgumentException("no text " + key + " in " + line);
        }
        return unescape(value.group(1));
    }

    private static String unescape(String json) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < json.length(); i++) {
            char c = json.charAt(i);
            if (c != '\\') {
                text.append(c);
                continue;
            }
            char escape = json.charAt(++i);
            switch (escape) {
                case 'n' -> text.append('\n');
                case 'r' -> text.append('\r');
                case 't' -> text.append('\t');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'u' -> {
                    text.append((char) Integer.parseInt(json.substring(i + 1, i + 5), 16));
                    i += 4;
                }
                default -> text.append(escape);
            }
        }
        return text.toString();
    }
}
