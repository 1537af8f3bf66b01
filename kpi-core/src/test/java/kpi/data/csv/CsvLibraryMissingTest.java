package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A host that does not bring the optional library gets a problem, not a linkage error. */
class CsvLibraryMissingTest {
    @Test
    void theProblemNamesTheLibrary(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("a.csv");
        Files.writeString(file, "a\n1\n", StandardCharsets.UTF_8);
        URL[] ours = {Path.of("target", "classes").toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(ours, null)) {
            Class<?> tables = loader.loadClass("kpi.data.csv.CsvTables");
            Class<?> format = loader.loadClass("kpi.data.csv.CsvTables$Format");
            Class<?> schema = loader.loadClass("kpi.data.TableSchema");
            Object source = tables.getMethod("of", Path.class, format)
                    .invoke(null, file, format.getMethod("declared").invoke(null));
            Object declared = schema.getConstructor(String.class, List.class).newInstance("T", List.of());
            Method load = loader.loadClass("kpi.data.TableSource").getMethod("load", schema);
            Object read = load.invoke(source, declared);
            List<?> problems = (List<?>) read.getClass().getMethod("problems").invoke(read);
            Object code = problems.get(0).getClass().getMethod("code").invoke(problems.get(0));
            assertEquals("csv-library-missing", code);
            assertEquals(1, problems.size());
        }
    }
}
