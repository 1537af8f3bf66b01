package kpi.examples.cli;

import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Language;

/** The command-line tool: a thin face over the library. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the JVM with its exit status. */
    public static void main(String[] args) {
        Optional<List<String>> arguments = Arguments.recovered(args);
        boolean terminal = Terminal.isThere();
        int status;
        if (arguments.isPresent()) {
            status = run(arguments.get(), System.in, System.out, System.err, terminal);
        } else {
            TextOut err = new TextOut(System.err);
            err.line(new Words(LanguageOption.among(List.of(args))).say("arguments-unreadable"));
            err.flush();
            status = Exit.WRONG_USAGE;
        }
        System.exit(status);
    }

    /**
     * Runs one command: 0 fine, 1 the text or the data have errors, 2 wrong usage. Reads and writes UTF-8; leaves the
     * streams open.
     */
    public static int run(String[] args, InputStream in, OutputStream out, OutputStream err) {
        return run(List.of(args), in, out, err, false);
    }

    private static int run(
            List<String> arguments, InputStream in, OutputStream out, OutputStream err, boolean terminal) {
        Language language = LanguageOption.among(arguments);
        Console console = new Console(in, new TextOut(out), new TextOut(err), terminal);
        int status = guarded(arguments, console, language);
        try {
            console.err().flush();
        } catch (UncheckedIOException nobodyListens) {
            // There is no third stream to say it on; the status says it.
            return Math.max(status, Exit.ERRORS);
        }
        return status;
    }

    private static int guarded(List<String> arguments, Console console, Language language) {
        try {
            int status = CommandLines.execute(arguments, console, language);
            console.out().flush();
            return status;
        } catch (Throwable fault) {
            return told(console, InternalError.line(fault, new Words(language)));
        }
    }

    private static int told(Console console, String line) {
        try {
            console.err().line(line);
        } catch (UncheckedIOException nobodyListens) {
            return Exit.ERRORS;
        }
        return Exit.ERRORS;
    }
}
