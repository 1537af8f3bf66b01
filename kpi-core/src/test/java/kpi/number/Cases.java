package kpi.number;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Finds the shared cases: above the working directory, or where the system property {@code kpi.cases} says. */
final class Cases {
    private Cases() {}

    /** The file, or a skipped test that says what is absent. */
    static Path file(String name) {
        String property = System.getProperty("kpi.cases", "");
        Stream<Path> above = Stream.iterate(Path.of("").toAbsolutePath(), folder -> folder != null, Path::getParent)
                .map(folder -> folder.resolve("shared").resolve("cases"));
        Stream<Path> folders = property.isEmpty() ? above : Stream.of(Path.of(property));
        Optional<Path> file = folders.map(folder -> folder.resolve(name))
                .filter(Files::isRegularFile)
                .findFirst();
        Assumptions.assumeTrue(file.isPresent(), "shared/cases/" + name + " is not here");
        return file.orElseThrow();
    }
}
