package kpi.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Objects;

/**
 * A folder and the files directly in it.
 *
 * @param name what the user calls it
 */
record Folder(String name, Path path) {
    Folder {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(path, "path");
    }

    static Folder of(String name) throws IOException {
        return new Folder(name, FileNames.path(name));
    }

    boolean isThere() {
        return Files.isDirectory(path);
    }

    /** What the user would call a file in it. */
    String nameOf(String file) {
        return name.isEmpty() || name.endsWith("/") ? name + file : name + "/" + file;
    }

    /** Whether a name can only mean a file directly in the folder. */
    static boolean isPlainName(String file) {
        return !file.isBlank()
                && !file.equals(".")
                && !file.equals("..")
                && file.chars().noneMatch(c -> c == '/' || c == '\\' || c == ':' || c < ' ' || c == 0x7F);
    }

    boolean has(String file) {
        try {
            return Files.isRegularFile(FileNames.in(path, file));
        } catch (IOException notThere) {
            return false;
        }
    }

    InputStream open(String file) throws IOException {
        if (!isPlainName(file)) {
            throw new NoSuchFileException(file);
        }
        return Files.newInputStream(FileNames.in(path, file));
    }
}
