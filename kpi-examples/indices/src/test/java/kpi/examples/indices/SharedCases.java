package kpi.examples.indices;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/** The folder of cases beside the repository, or where the property {@code kpi.cases} says. */
final class SharedCases {
    private SharedCases() {}

    /** A file; where there is none the test is skipped with a note. */
    static Path file(String name) {
        String given = System.getProperty("kpi.cases");
        if (given != null) {
            return there(Path.of(given).resolve(name), name);
        }
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/cases"))) {
            folder = folder.getParent();
        }
        return there(
                folder == null ? Path.of(name) : folder.resolve("shared/cases").resolve(name), name);
    }

    private static Path there(Path file, String name) {
        Assumptions.assumeTrue(Files.isRegularFile(file), () -> "cases are not here: shared/cases/" + name);
        return file;
    }
}
