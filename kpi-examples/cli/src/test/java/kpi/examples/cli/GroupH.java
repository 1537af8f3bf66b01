package kpi.examples.cli;

import java.nio.file.Path;

/** The example scorecard of this repository. */
final class GroupH {
    static final Path FOLDER = Path.of("..", "group-h");

    private GroupH() {}
}
