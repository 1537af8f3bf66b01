package kpi.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import kpi.diagnostic.Problem;
import kpi.source.Source;

/** The texts that the paths of a command line name: files, and the .kpi files directly in folders, by name. */
final class SourceFiles {
    private static final String ENDING = ".kpi";

    private final List<Source> sources = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private final List<Folder> folders = new ArrayList<>();
    private final Set<Path> read = new HashSet<>();

    private SourceFiles() {}

    /** Reads all; a path that cannot be read is a source that says why. */
    static SourceFiles of(List<String> paths) {
        SourceFiles files = new SourceFiles();
        for (String path : paths) {
            try {
                files.add(path);
            } catch (IOException refused) {
                files.sources.add(unreadable(path, refused));
            }
        }
        return files;
    }

    /** In the order of the command line; a file named twice is read once. */
    List<Source> sources() {
        return List.copyOf(sources);
    }

    /** What is wrong beside what the sources say. */
    List<Problem> problems() {
        return List.copyOf(problems);
    }

    /** The folders the texts lie in. */
    List<Folder> folders() {
        return List.copyOf(folders);
    }

    private void add(String name) throws IOException {
        Path path = FileNames.path(name);
        if (Files.isDirectory(path)) {
            addFolder(new Folder(name, path));
        } else {
            addFile(name, path);
            Path parent = path.getParent();
            int end = name.lastIndexOf('/');
            remember(new Folder(name.substring(0, Math.max(end, 0)), parent == null ? Path.of("") : parent));
        }
    }

    private void addFolder(Folder folder) throws IOException {
        Map<String, Path> files = new TreeMap<>();
        try (DirectoryStream<Path> children = Files.newDirectoryStream(folder.path())) {
            for (Path child : children) {
                String name = FileNames.name(child);
                if (name.endsWith(ENDING) && Files.isRegularFile(child)) {
                    files.put(name, child);
                }
            }
        }
        if (files.isEmpty()) {
            Source none = unreadable(folder.name(), new IOException("no .kpi file"));
            problems.add(Problem.of(CliCode.NO_KPI_FILES, none.whole())
                    .with("name", folder.name())
                    .build());
        }
        for (Map.Entry<String, Path> file : files.entrySet()) {
            addFile(folder.nameOf(file.getKey()), file.getValue());
        }
        remember(folder);
    }

    private void addFile(String name, Path path) throws IOException {
        if (read.add(path.toRealPath())) {
            try (InputStream bytes = Files.newInputStream(path)) {
                sources.add(Source.read(name, bytes, StandardCharsets.UTF_8));
            }
        }
    }

    private void remember(Folder folder) throws IOException {
        Path real = folder.path().toRealPath();
        for (Folder known : folders) {
            if (known.path().toRealPath().equals(real)) {
                return;
            }
        }
        folders.add(folder);
    }

    private static Source unreadable(String name, IOException why) {
        InputStream refusing = new InputStream() {
            @Override
            public int read() throws IOException {
                throw why;
            }
        };
        return Source.read(name, refusing, StandardCharsets.UTF_8);
    }
}
