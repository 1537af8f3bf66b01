package kpi.data.csv;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

/** UTF-8 is decoded as the JDK decodes it, and refused at the same byte. */
class StrictDecoderTest {
    @Provide
    Arbitrary<byte[]> bytes() {
        Arbitrary<byte[]> good = Arbitraries.strings()
                .withCharRange('\u0000', '\u00FF')
                .withCharRange('\u07F0', '\u0810')
                .withCharRange('一', '丏')
                .withCharRange('\uD7F0', '\uD7FF')
                .withCharRange('\uE000', '\uE00F')
                .withCharRange('\uFFF0', '\uFFFF')
                .withChars('\uFEFF')
                .ofMaxLength(12)
                .map(text -> text.getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> beyond = Arbitraries.integers()
                .between(0x10000, 0x10FFFF)
                .map(code -> Character.toString(code).getBytes(StandardCharsets.UTF_8));
        Arbitrary<byte[]> any = Arbitraries.bytes().array(byte[].class).ofMaxSize(4);
        return Arbitraries.frequencyOf(Tuple.of(6, good), Tuple.of(2, beyond), Tuple.of(1, any))
                .list()
                .ofMaxSize(12)
                .map(StrictDecoderTest::joined);
    }

    private static byte[] joined(List<byte[]> parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        parts.forEach(all::writeBytes);
        return all.toByteArray();
    }

    @Property(tries = 2000)
    void asTheJdkDecodes(@ForAll("bytes") byte[] bytes, @ForAll @IntRange(min = 2, max = 9) int step) {
        assertEquals(expected(bytes), decoded(bytes, step));
    }

    @Test
    void aCharacterCutByTheEndOfABlock() {
        for (int before = 65_530; before < 65_540; before++) {
            byte[] bytes = ("a".repeat(before) + "稅é𠀋").getBytes(StandardCharsets.UTF_8);
            assertEquals(expected(bytes), decoded(bytes, 8192));
        }
    }

    /** The text, or the offset of the byte that is none. */
    private static String expected(byte[] bytes) {
        CharsetDecoder decoder = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CharBuffer out = CharBuffer.allocate(bytes.length + 1);
        CoderResult outcome = decoder.decode(in, out, true);
        if (outcome.isError()) {
            return "undecodable at " + in.position();
        }
        String text = out.flip().toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String decoded(byte[] bytes, int step) {
        StrictDecoder decoder =
                new StrictDecoder(new ByteArrayInputStream(bytes), new Charsets.Candidate(StandardCharsets.UTF_8));
        StringBuilder text = new StringBuilder();
        char[] target = new char[step + 2];
        try {
            int count = decoder.read(target, 1, step);
            while (count >= 0) {
                text.append(target, 1, count);
                count = decoder.read(target, 1, step);
            }
            return text.toString();
        } catch (StrictDecoder.Undecodable fault) {
            return "undecodable at " + fault.offset();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
