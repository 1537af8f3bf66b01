package kpi.examples.cli;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import kpi.diagnostic.Language;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Severity;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What the commands share. */
abstract class KpiCommand implements Callable<Integer> {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--lang", paramLabel = "zh|en", converter = LanguageOption.class, descriptionKey = "option.lang")
    private Language language = Language.ZH_TW;

    @Option(names = "--help", usageHelp = true, descriptionKey = "option.help")
    private boolean help;

    private final Console console;

    KpiCommand(Console console) {
        this.console = console;
    }

    /** Where problems stand that are about what the command line leaves out. */
    static final String OPTION = "--period";

    /** Does the work and answers an exit status. */
    abstract int run() throws IOException;

    @Override
    public final Integer call() throws IOException {
        return run();
    }

    final Console console() {
        return console;
    }

    final Language language() {
        return language;
    }

    /** The language, if the command line names one. */
    final Optional<Language> languageAsked() {
        boolean named = Objects.requireNonNull(spec, "spec")
                .commandLine()
                .getParseResult()
                .hasMatchedOption("--lang");
        return named ? Optional.of(language) : Optional.empty();
    }

    final Words words() {
        return new Words(language);
    }

    /** The command line is wrong in a way that only the command can tell. */
    final ParameterException wrongUsage(String key, Object... values) {
        return new ParameterException(Objects.requireNonNull(spec, "spec").commandLine(), words().say(key, values));
    }

    /** Draws problems for people, each followed by an empty line. */
    static void draw(List<Problem> problems, Language language, TextOut out) {
        for (Problem problem : problems) {
            boolean aboutTheCommandLine =
                    problem.place().input().filter(OPTION::equals).isPresent();
            out.append(
                            aboutTheCommandLine
                                    ? problem.message(language) + "\n" + problem.remedy(language)
                                    : problem.draw(language))
                    .append("\n\n");
        }
    }

    static boolean hasErrors(List<Problem> problems) {
        return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
    }
}
