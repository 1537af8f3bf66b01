package kpi.dsl.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder of one code. */
record Entry(Path folder) implements Comparable<Entry> {
    private static final Path CATALOGUE = Path.of("src", "test", "resources", "kpi", "dsl", "catalogue");

    /** Which of the two sides of an entry. */
    enum Side {
        BAD,
        GOOD;

        boolean has(Path file) {
            String name = file.getFileName().toString();
            return name.startsWith(this == BAD ? "bad" : "good") || name.startsWith("both");
        }
    }

    static List<Entry> all() throws IOException {
        try (Stream<Path> folders = Files.walk(CATALOGUE, 2)) {
            return folders.filter(path -> CATALOGUE.relativize(path).getNameCount() == 2)
                    .map(Entry::new)
                    .sorted()
                    .toList();
        }
    }

    /** The set and the code, such as {@code analysis/unit-clash}. */
    String id() {
        return set() + "/" + code();
    }

    String set() {
        return folder.getParent().getFileName().toString();
    }

    String code() {
        return folder.getFileName().toString();
    }

    Path expected() {
        return folder.resolve("expected.txt");
    }

    /** The files of a side, by name. */
    List<Path> files(Side side) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(side::has).sorted().toList();
        }
    }

    /** What {@code run.txt} says, a line each, cut at blanks; an entry may do without. */
    List<List<String>> orders() throws IOException {
        Path file = folder.resolve("run.txt");
        if (!Files.exists(file)) {
            return List.of();
        }
        return Files.readAllLines(file, StandardCharsets.UTF_8).stream()
                .filter(line -> !line.isBlank())
                .map(line -> List.of(line.strip().split(" +")))
                .toList();
    }

    @Override
    public int compareTo(Entry other) {
        return id().compareTo(other.id());
    }
}
