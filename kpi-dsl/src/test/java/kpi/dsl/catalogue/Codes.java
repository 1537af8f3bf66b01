package kpi.dsl.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kpi.diagnostic.Code;

/** All sets of codes of the library, found where they are written, so that none can be forgotten. */
final class Codes {
    private static final List<Path> ROOTS =
            List.of(Path.of("..", "kpi-core", "src", "main", "java"), Path.of("src", "main", "java"));

    private static final Pattern SET =
            Pattern.compile("package ([a-z.]+);.*enum (\\w+)Code implements Code", Pattern.DOTALL);

    private static final Pattern IMPLEMENTS = Pattern.compile("\\bimplements\\s+(?:[\\w.<>]+,\\s*)*Code\\b");

    private Codes() {}

    /** The codes by the name of their set, sets and codes in the order of their files. */
    static Map<String, List<Code>> bySet() throws IOException {
        Map<String, List<Code>> sets = new LinkedHashMap<>();
        for (Path root : ROOTS) {
            for (Path file : sources(root)) {
                String text = Files.readString(file, StandardCharsets.UTF_8);
                if (IMPLEMENTS.matcher(text).find()) {
                    Matcher set = SET.matcher(text);
                    if (!set.find()) {
                        throw new IllegalStateException(file + " has codes, but is no enum named …Code");
                    }
                    sets.put(set.group(2).toLowerCase(Locale.ROOT), codes(set.group(1) + "." + set.group(2) + "Code"));
                }
            }
        }
        return sets;
    }

    /** The set and the code, such as {@code analysis/unit-clash}. */
    static String idOf(Code code) {
        String set = ((Enum<?>) code).getDeclaringClass().getSimpleName();
        return set.substring(0, set.length() - "Code".length()).toLowerCase(Locale.ROOT) + "/" + code.id();
    }

    private static List<Path> sources(Path root) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .sorted()
                    .toList();
        }
    }

    private static List<Code> codes(String name) {
        try {
            List<Code> codes = new ArrayList<>();
            for (Object constant : Class.forName(name).getEnumConstants()) {
                codes.add((Code) constant);
            }
            return codes;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
