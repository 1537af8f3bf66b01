package kpi.examples.cli;

import java.io.InputStream;
import java.util.Objects;

/**
 * What a command talks to.
 *
 * @param terminal whether somebody watches standard error
 */
record Console(InputStream in, TextOut out, TextOut err, boolean terminal) {
    Console {
        Objects.requireNonNull(in, "in");
        Objects.requireNonNull(out, "out");
        Objects.requireNonNull(err, "err");
    }
}
