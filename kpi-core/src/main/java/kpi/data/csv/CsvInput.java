package kpi.data.csv;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/** A named file that can be opened, again if need be. */
record CsvInput(String name, CsvTables.Opener opener) {
    CsvInput {
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(opener, "opener");
    }

    static CsvInput of(Path path) {
        return new CsvInput(path.toString(), () -> Files.newInputStream(path));
    }

    /** The stream; what goes wrong is an IOException, whatever the host's opener throws. */
    InputStream open() throws IOException {
        try {
            return Objects.requireNonNull(opener.open(), "stream");
        } catch (RuntimeException failure) {
            throw new IOException(failure);
        }
    }
}
