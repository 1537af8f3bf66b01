package kpi.examples.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.CRC32;

/** A fault that no command expected, told in one line: never a stack trace. */
final class InternalError {
    private InternalError() {}

    /** A code that is the same whenever the same place fails in the same way. */
    static String code(Throwable fault) {
        Optional<StackTraceElement> place = Arrays.stream(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("kpi."))
                .findFirst();
        String identity = fault.getClass().getName()
                + place.map(frame -> " " + frame.getClassName() + "." + frame.getMethodName())
                        .orElse("");
        CRC32 sum = new CRC32();
        sum.update(identity.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08X", sum.getValue());
    }

    static String line(Throwable fault, Words words) {
        if (fault instanceof TextOut.Refused) {
            return words.say("output-refused");
        }
        if (fault instanceof IOException || fault instanceof UncheckedIOException) {
            return words.say("input-refused");
        }
        return words.say("internal-error", code(fault), fault.getClass().getSimpleName());
    }
}
