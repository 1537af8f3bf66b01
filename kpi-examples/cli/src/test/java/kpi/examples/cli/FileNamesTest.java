package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files by name; what a locale without Chinese does to them, {@link RunnableJarIT} shows in a JVM of its own. */
class FileNamesTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"plain.csv", "民調.csv", "100%.csv", "a b.csv", "%41.csv", "𠮷.csv"})
    void theNameOfAFileIsTheOneItHas(String name) throws IOException {
        Files.createFile(folder.resolve(name));
        assertEquals(name, FileNames.name(folder.resolve(name)));
        assertEquals(folder.resolve(name), FileNames.in(folder, name));
        assertTrue(new Folder("x", folder).has(name));
    }

    @Test
    void aNameThatCanBeNoneIsRefused() {
        assertThrows(IOException.class, () -> FileNames.path("a\0b"));
        assertThrows(IOException.class, () -> FileNames.in(folder, "a\0b"));
        assertFalse(new Folder("x", folder).has("a\0b"));
    }

    @Test
    void onlyAPlainNameStaysInTheFolder() {
        for (String name : List.of("a.csv", "民調.csv", "..a", "a b")) {
            assertTrue(Folder.isPlainName(name), name);
        }
        for (String name : List.of("", " ", ".", "..", "../a", "/a", "a/b", "a\\b", "C:a", "a\0", "a\n")) {
            assertFalse(Folder.isPlainName(name), name);
            assertThrows(IOException.class, () -> new Folder("x", folder).open(name), name);
        }
    }

    @Test
    void aFolderNamesItsFilesAsTheUserWould() {
        assertEquals("a.csv", new Folder("", folder).nameOf("a.csv"));
        assertEquals("x/a.csv", new Folder("x", folder).nameOf("a.csv"));
        assertEquals("x/a.csv", new Folder("x/", folder).nameOf("a.csv"));
    }
}
