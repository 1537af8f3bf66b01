package kpi.examples.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The tool without a command: says what there is. */
@Command(name = "kpi")
final class Tool implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Option(names = "--help", usageHelp = true, descriptionKey = "option.help")
    private boolean help;

    @Override
    public void run() {
        CommandSpec command = java.util.Objects.requireNonNull(spec, "spec");
        throw new ParameterException(command.commandLine(), "");
    }
}
