package kpi.examples.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.PropertyResourceBundle;
import java.util.ResourceBundle;
import kpi.diagnostic.Language;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The commands, wired to what they talk to. */
final class CommandLines {
    private static final int USAGE_WIDTH = 150;

    private CommandLines() {}

    /** Runs a command line and answers its exit status. */
    static int execute(List<String> arguments, Console console, Language language) {
        // A formula may begin with a minus sign.
        CommandLine calc = new CommandLine(new CalcCommand(console)).setUnmatchedOptionsArePositionalParams(true);
        CommandLine tool = new CommandLine(new Tool())
                .addSubcommand(new EvalCommand(console))
                .addSubcommand(calc)
                .addSubcommand(new CheckCommand(console))
                .addSubcommand(new TestCommand(console))
                .addSubcommand(new ReconcileCommand(console))
                .addSubcommand(new DiffCommand(console))
                .addSubcommand(new HistoryCommand(console))
                .addSubcommand(new FmtCommand(console));
        tool.setExpandAtFiles(false)
                .setPosixClusteredShortOptionsAllowed(false)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF))
                .setUsageHelpWidth(USAGE_WIDTH)
                .setOut(new PrintWriter(console.out().writer()))
                .setErr(new PrintWriter(console.err().writer()))
                .setResourceBundle(usage(language))
                .setParameterExceptionHandler((wrong, given) -> wrongUsage(wrong, console, language))
                .setExecutionExceptionHandler((fault, command, given) -> fault(fault, console, language));
        return tool.execute(arguments.toArray(String[]::new));
    }

    private static int wrongUsage(ParameterException wrong, Console console, Language language) {
        CommandLine command = wrong.getCommandLine();
        String message = new UsageMessage(language).of(wrong);
        if (message.isEmpty()) {
            console.err().append(command.getUsageMessage(Help.Ansi.OFF));
        } else {
            CommandSpec spec = command.getCommandSpec();
            console.err().line(message);
            console.err().line(new Words(language).say("usage.see", spec.qualifiedName()));
        }
        return Exit.WRONG_USAGE;
    }

    private static int fault(Exception fault, Console console, Language language) {
        console.err().line(InternalError.line(fault, new Words(language)));
        return Exit.ERRORS;
    }

    private static ResourceBundle usage(Language language) {
        String name = language == Language.ZH_TW ? "Usage_zh_TW.properties" : "Usage_en.properties";
        try (InputStream bytes = CommandLines.class.getResourceAsStream(name)) {
            if (bytes == null) {
                throw new IOException(name + " is not there");
            }
            return new PropertyResourceBundle(new InputStreamReader(bytes, StandardCharsets.UTF_8));
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
