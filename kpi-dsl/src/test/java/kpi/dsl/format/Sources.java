package kpi.dsl.format;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import kpi.source.Source;

/** Every KPI file of the project that is meant to be read without mistakes. */
final class Sources {
    private static final List<Path> FOLDERS =
            List.of(Path.of("src", "test", "resources", "kpi", "dsl"), Path.of("..", "kpi-examples"));

    private Sources() {}

    static List<Source> good() {
        return below(FOLDERS);
    }

    /** Those an author may begin from. */
    static List<Source> examples() {
        return below(FOLDERS.subList(1, 2));
    }

    private static List<Source> below(List<Path> folders) {
        List<Source> sources = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                files.filter(file -> file.toString().endsWith(".kpi"))
                        .filter(Sources::isGood)
                        .sorted()
                        .forEach(file -> sources.add(Source.read(file, StandardCharsets.UTF_8)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return sources;
    }

    /** Files below a folder of mistakes, and copies that a build made, are left out. */
    private static boolean isGood(Path file) {
        for (Path part : file) {
            String name = part.toString();
            if (name.equals("bad") || name.equals("target") || name.startsWith(".quick")) {
                return false;
            }
        }
        return true;
    }
}
