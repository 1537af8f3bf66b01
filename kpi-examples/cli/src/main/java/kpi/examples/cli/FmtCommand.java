package kpi.examples.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.source.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code kpi fmt}: lays KPI files out in one way, in place; a file with mistakes is left as it is. */
@Command(name = "fmt")
final class FmtCommand extends KpiCommand {
    /** Stands for standard input, laid out to standard output. */
    private static final String STANDARD_INPUT = "-";

    @Parameters(paramLabel = "PATH", arity = "1..*", descriptionKey = "fmt.path")
    private List<String> paths = List.of();

    @Option(names = "--check", descriptionKey = "fmt.check")
    private boolean check;

    FmtCommand(Console console) {
        super(console);
    }

    @Override
    int run() throws IOException {
        if (paths.contains(STANDARD_INPUT)) {
            if (paths.size() > 1) {
                throw wrongUsage("usage.input-alone");
            }
            return standardInput();
        }
        SourceFiles files = SourceFiles.of(paths);
        List<Problem> problems = new ArrayList<>(files.problems());
        int changed = 0;
        for (Source file : files.sources()) {
            Checked<String> laidOut = laidOut(file);
            problems.addAll(laidOut.problems());
            if (laidOut.value().filter(text -> !text.equals(file.text())).isPresent()) {
                changed++;
                if (!check) {
                    Files.writeString(
                            FileNames.path(file.name()), laidOut.value().get(), StandardCharsets.UTF_8);
                }
                console().out().line(words().say(check ? "fmt.differs" : "fmt.changed", file.name()));
            }
        }
        draw(problems, language(), console().err());
        console().out().line(words().say("fmt.summary", files.sources().size(), changed));
        return hasErrors(problems) || check && changed > 0 ? Exit.ERRORS : Exit.FINE;
    }

    private int standardInput() {
        Source text = Source.read(STANDARD_INPUT, console().in(), StandardCharsets.UTF_8);
        Checked<String> laidOut = laidOut(text);
        draw(laidOut.problems(), language(), console().err());
        boolean differs = laidOut.value().filter(text.text()::equals).isEmpty();
        if (check) {
            console().out().append(differs ? words().say("fmt.differs", STANDARD_INPUT) + "\n" : "");
            return differs ? Exit.ERRORS : Exit.FINE;
        }
        laidOut.value().ifPresent(console().out()::append);
        return laidOut.hasErrors() ? Exit.ERRORS : Exit.FINE;
    }

    private Checked<String> laidOut(Source file) {
        KpiCompiler compiler = KpiCompiler.standard();
        Optional<Language> keywords = languageAsked();
        return keywords.isPresent() ? compiler.format(file, keywords.get()) : compiler.format(file);
    }
}
