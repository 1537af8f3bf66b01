package kpi.examples.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Arguments that the JVM could not read are taken from the bytes of the command line. */
class ArgumentsTest {
    /** What a JVM makes of 中a under LC_ALL=C: a mark for each byte it cannot read. */
    private static final String MANGLED = "\uFFFD\uFFFD\uFFFDa";

    private static byte[] commandLine(String... parts) {
        return (String.join("\0", parts) + "\0").getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void theLastPartsOfTheCommandLineAreTheArguments() {
        assertEquals(
                Optional.of(List.of("calc", "中a")),
                Arguments.recovered(List.of("calc", MANGLED), commandLine("java", "-jar", "kpi.jar", "calc", "中a")));
    }

    @Test
    void anEmptyArgumentIsKept() {
        assertEquals(
                Optional.of(List.of("", "中a", "")),
                Arguments.recovered(List.of("", MANGLED, ""), commandLine("java", "Main", "", "中a", "")));
    }

    @Test
    void anArgumentThatReallyHoldsTheMarkIsKept() {
        assertEquals(
                Optional.of(List.of("\uFFFD", "x")),
                Arguments.recovered(List.of("\uFFFD", "x"), commandLine("java", "Main", "\uFFFD", "x")));
    }

    @Test
    void aCommandLineThatIsNotTheirsIsRefused() {
        assertEquals(Optional.empty(), Arguments.recovered(List.of(MANGLED), commandLine("java", "other")));
        assertEquals(Optional.empty(), Arguments.recovered(List.of(MANGLED), commandLine("中a")));
        assertEquals(Optional.empty(), Arguments.recovered(List.of(MANGLED), new byte[0]));
        assertEquals(Optional.empty(), Arguments.recovered(List.of("calc", MANGLED), commandLine("java", "中a")));
    }

    @Test
    void bytesThatAreNotUtf8AreRefused() {
        byte[] bytes = commandLine("java", "a");
        bytes[bytes.length - 2] = (byte) 0xFF;
        assertEquals(Optional.empty(), Arguments.recovered(List.of("\uFFFD"), bytes));
    }

    @Test
    void argumentsThatCameThroughAreLeftAlone() {
        assertEquals(Optional.of(List.of("calc", "中a")), Arguments.recovered(new String[] {"calc", "中a"}));
    }
}
