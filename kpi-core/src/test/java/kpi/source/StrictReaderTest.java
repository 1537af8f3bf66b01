package kpi.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import kpi.source.Source.Fault;
import kpi.source.Source.Fault.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StrictReaderTest {
    private static Source read(byte[] bytes, Charset charset) {
        return Source.read("a", new ByteArrayInputStream(bytes), charset);
    }

    @ParameterizedTest
    @CsvSource({
        "'', UTF-8, ''",
        "41E585AC, UTF-8, A公",
        "EFBBBF41, UTF-8, A",
        "EFBBBF, UTF-8, ''",
        "EFBBBFEFBBBF41, UTF-8, '\uFEFFA'",
        "41EFBBBF, UTF-8, 'A\uFEFF'",
        "FEFF516C, UTF-16, 公",
        "FFFE6C51, UTF-16, 公",
        "6C51, UTF-16LE, 公",
        "FFFE6C51, UTF-16LE, 公",
        "B35C A57C, x-windows-950, 許四",
    })
    void readsWhatIsDeclared(String hex, String charset, String text) {
        Source source = read(HexFormat.of().parseHex(hex.replace(" ", "")), Charset.forName(charset));
        assertEquals(Optional.empty(), source.fault());
        assertEquals(text, source.text());
    }

    @ParameterizedTest
    @CsvSource({
        "41FF42, UTF-8, 1, 0xFF (UTF-8)",
        "EFBBBF41C0AF, UTF-8, 4, 0xC0 (UTF-8)",
        "41EDA080, UTF-8, 1, 0xED 0xA0 0x80 (UTF-8)",
        "E585AC41E585, UTF-8, 4, 0xE5 0x85 (UTF-8)",
        "4180, US-ASCII, 1, 0x80 (US-ASCII)",
        "516CD800, UTF-16BE, 2, 0xD8 0x00 (UTF-16BE)",
        "516C51, UTF-16BE, 2, 0x51 (UTF-16BE)",
    })
    void tellsTheFirstBadByte(String hex, String charset, long offset, String detail) {
        Source source = read(HexFormat.of().parseHex(hex), Charset.forName(charset));
        assertEquals(Optional.of(new Fault(Kind.UNDECODABLE, offset, detail)), source.fault());
        assertEquals("", source.text());
        assertEquals(1, source.lineCount());
    }

    /** Whatever byte goes bad, it is found where it is. */
    @Test
    void findsABadByteAtEveryOffset() {
        byte[] good = "公式 = 稅課收入\n".getBytes(StandardCharsets.UTF_8);
        for (int i = 0; i < good.length; i++) {
            byte[] bad = good.clone();
            bad[i] = (byte) 0xFF;
            Fault fault = read(bad, StandardCharsets.UTF_8).fault().orElseThrow();
            assertEquals(Kind.UNDECODABLE, fault.kind());
            // A character that is cut short is bad from its first byte on.
            assertTrue(fault.byteOffset() <= i && fault.byteOffset() > i - 3, "at " + i + ": " + fault);
        }
    }

    @Test
    void tellsHowFarAReadingCame() {
        for (int failing : new int[] {0, 1, 8191, 8192, 8193, 20000}) {
            Source source = Source.read("a", new FailingStream(failing, "gone"), StandardCharsets.UTF_8);
            assertEquals(Optional.of(new Fault(Kind.UNREADABLE, failing, "gone")), source.fault());
            assertEquals("", source.text());
        }
        Source silent = Source.read("a", new FailingStream(2, " "), StandardCharsets.UTF_8);
        assertEquals("IOException", silent.fault().orElseThrow().detail());
    }

    @Test
    void refusesWhatIsTooLarge() {
        StrictReader atLimit = new StrictReader(StandardCharsets.US_ASCII, 5);
        assertEquals("aaaaa", atLimit.read(new ByteArrayInputStream(bytes(5))));
        assertEquals(Optional.empty(), atLimit.fault());
        StrictReader past = new StrictReader(StandardCharsets.US_ASCII, 5);
        assertEquals("", past.read(new ByteArrayInputStream(bytes(6))));
        assertEquals(Optional.of(new Fault(Kind.UNREADABLE, 5, "larger than 64 MiB")), past.fault());
        assertEquals(64L * 1024 * 1024, StrictReader.MAXIMUM_BYTES);
    }

    @Test
    void readsFilesAndKeepsTheirFaults(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("稅.kpi");
        Files.writeString(file, "\uFEFF公式\r\n", StandardCharsets.UTF_8);
        Source source = Source.read(file, StandardCharsets.UTF_8);
        assertEquals("公式\r\n", source.text());
        assertEquals(file.toString(), source.name());

        Source none = Source.read(folder.resolve("none.kpi"), StandardCharsets.UTF_8);
        assertEquals(Optional.of(new Fault(Kind.UNREADABLE, 0, "no such file")), none.fault());
        Source isFolder = Source.read(folder, StandardCharsets.UTF_8);
        assertEquals(Kind.UNREADABLE, isFolder.fault().orElseThrow().kind());
        assertEquals(
                "access denied",
                StrictReader.unreadable(new AccessDeniedException("x"), 0).detail());
    }

    @Test
    void aCharsetThatCannotDecodeIsAFault() {
        Charset broken = new Charset("x-broken", new String[0]) {
            @Override
            public boolean contains(Charset other) {
                return false;
            }

            @Override
            public java.nio.charset.CharsetDecoder newDecoder() {
                throw new UnsupportedOperationException();
            }

            @Override
            public java.nio.charset.CharsetEncoder newEncoder() {
                throw new UnsupportedOperationException();
            }
        };
        Fault fault = read(new byte[] {65}, broken).fault().orElseThrow();
        assertEquals(new Fault(Kind.UNREADABLE, 0, "UnsupportedOperationException"), fault);
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private static final class FailingStream extends InputStream {
        private final int failing;
        private final String message;
        private int given;

        FailingStream(int failing, String message) {
            this.failing = failing;
            this.message = message;
        }

        @Override
        public int read() throws IOException {
            if (given == failing) {
                throw new IOException(message);
            }
            given++;
            return 'a';
        }

        @Override
        public int read(byte[] block, int offset, int length) throws IOException {
            if (given == failing) {
                throw new IOException(message);
            }
            int count = Math.min(length, failing - given);
            Arrays.fill(block, offset, offset + count, (byte) 'a');
            given += count;
            return count;
        }
    }
}
