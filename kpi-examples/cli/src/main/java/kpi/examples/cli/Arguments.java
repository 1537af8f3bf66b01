package kpi.examples.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The arguments as they were typed. Under a locale without Chinese, such as {@code LC_ALL=C}, the JVM replaces each byte
 * it cannot read by U+FFFD; on Linux the bytes are still to be had.
 */
final class Arguments {
    private static final char REPLACEMENT = '\uFFFD';

    private static final Path COMMAND_LINE = Path.of("/proc/self/cmdline");

    private Arguments() {}

    /** The arguments; empty if some were mangled and the system does not give them back. */
    static Optional<List<String>> recovered(String[] given) {
        List<String> arguments = List.of(given);
        if (arguments.stream().noneMatch(Arguments::isMangled)) {
            return Optional.of(arguments);
        }
        try {
            return recovered(arguments, Files.readAllBytes(COMMAND_LINE));
        } catch (IOException | RuntimeException unavailable) {
            return Optional.empty();
        }
    }

    /**
     * The last arguments of a command line whose parts each end in NUL, if they are UTF-8 and are what the JVM mangled
     * into those given.
     */
    static Optional<List<String>> recovered(List<String> given, byte[] commandLine) {
        List<byte[]> parts = parts(commandLine);
        int skipped = parts.size() - given.size();
        if (skipped < 1) {
            return Optional.empty();
        }
        List<String> recovered = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            Optional<String> text = utf8(parts.get(skipped + i));
            if (text.isEmpty() || !isFrom(given.get(i), text.get(), parts.get(skipped + i))) {
                return Optional.empty();
            }
            recovered.add(text.get());
        }
        return Optional.of(recovered);
    }

    private static boolean isMangled(String argument) {
        return argument.indexOf(REPLACEMENT) >= 0;
    }

    private static boolean isFrom(String given, String text, byte[] bytes) {
        if (given.equals(text)) {
            return true;
        }
        StringBuilder mangled = new StringBuilder();
        for (byte b : bytes) {
            mangled.append(b < 0 ? REPLACEMENT : (char) b);
        }
        return given.contentEquals(mangled);
    }

    private static List<byte[]> parts(byte[] commandLine) {
        List<byte[]> parts = new ArrayList<>();
        int start = 0;
        for (int i = 0; i < commandLine.length; i++) {
            if (commandLine[i] == 0) {
                parts.add(java.util.Arrays.copyOfRange(commandLine, start, i));
                start = i + 1;
            }
        }
        return parts;
    }

    private static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString());
        } catch (CharacterCodingException notText) {
            return Optional.empty();
        }
    }
}
