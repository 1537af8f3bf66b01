package kpi.examples.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/**
 * Files by name whatever the machine's locale. Under {@code LC_ALL=C} the JVM cannot spell {@code 民調.csv}, but it can
 * list the folder, and each listed path still knows its bytes.
 */
final class FileNames {
    private FileNames() {}

    /**
     * The path of a name as the user wrote it.
     *
     * @throws NoSuchFileException if the locale cannot spell it and no listed file has the name
     * @throws IOException if a folder on the way cannot be listed, or the name can be none
     */
    static Path path(String name) throws IOException {
        try {
            return Path.of(name);
        } catch (InvalidPathException unspelled) {
            return listed(name, unspelled);
        }
    }

    /** The path of a file directly in a folder, as {@link #path}. */
    static Path in(Path folder, String name) throws IOException {
        try {
            return folder.resolve(name);
        } catch (InvalidPathException unspelled) {
            refuseNul(name, unspelled);
            return child(folder, name);
        }
    }

    /** The last name of a path as it stands on the disk. */
    static String name(Path path) {
        String shown = String.valueOf(path.getFileName());
        String encoded = path.toUri().getRawPath();
        if (encoded == null) {
            return shown;
        }
        String last = encoded.endsWith("/") ? encoded.substring(0, encoded.length() - 1) : encoded;
        return decoded(last.substring(last.lastIndexOf('/') + 1), shown);
    }

    private static Path listed(String name, InvalidPathException unspelled) throws IOException {
        refuseNul(name, unspelled);
        Path path = Path.of(name.startsWith("/") ? "/" : "");
        for (String part : name.split("/")) {
            if (!part.isEmpty()) {
                path = in(path, part);
            }
        }
        return path;
    }

    private static void refuseNul(String name, InvalidPathException cause) throws IOException {
        if (name.indexOf('\0') >= 0) {
            throw new IOException("NUL in a file name", cause);
        }
    }

    private static Path child(Path folder, String name) throws IOException {
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
            for (Path child : children) {
                if (name(child).equals(name)) {
                    return child;
                }
            }
        }
        throw new NoSuchFileException(name);
    }

    /** A percent-encoded name, if it is UTF-8. */
    private static String decoded(String encoded, String otherwise) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 0; i < encoded.length(); i++) {
            char c = encoded.charAt(i);
            if (c == '%') {
                bytes.write(Integer.parseInt(encoded, i + 1, i + 3, 16));
                i += 2;
            } else {
                bytes.writeBytes(Character.toString(c).getBytes(StandardCharsets.UTF_8));
            }
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException notText) {
            return otherwise;
        }
    }
}
