package kpi.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TextsTest {
    private record OneCode(String id, Texts texts) implements Code {
        @Override
        public ProblemClass problemClass() {
            return ProblemClass.LIMIT;
        }
    }

    private static Texts texts(String zh, String en) {
        Map<String, String> files = Map.of("T_zh_TW.properties", zh, "T_en.properties", en);
        return Texts.of("T", name -> new ByteArrayInputStream(files.get(name).getBytes(StandardCharsets.UTF_8)));
    }

    private static List<String> missing(String zh, String en) {
        return Texts.missing(new Code[] {new OneCode("a-b", texts(zh, en))});
    }

    @Test
    void codesOfTheseTestsAreWhole() {
        assertEquals(List.of(), Texts.missing(SampleCode.values()));
        assertEquals("unopened-bracket", SampleCode.UNOPENED_BRACKET.id());
    }

    @Test
    void readsUtf8() {
        assertEquals("更多", texts("a = 更多", "").text("a", Language.ZH_TW));
    }

    @Test
    void aKeyStandsForAMissingText() {
        Texts texts = texts("a = 1", "");
        assertEquals("1", texts.text("a", Language.ZH_TW));
        assertEquals("a", texts.text("a", Language.EN));
        assertTrue(texts.has("a", Language.ZH_TW));
        assertFalse(texts.has("a", Language.EN));
    }

    @Test
    void readsEachFileOnceAndOnlyWhenWanted() {
        AtomicInteger count = new AtomicInteger();
        Texts texts = Texts.of("T", name -> {
            count.incrementAndGet();
            return InputStream.nullInputStream();
        });
        assertEquals(0, count.get());
        texts.text("a", Language.EN);
        texts.text("a", Language.ZH_TW);
        assertEquals(2, count.get());
    }

    @Test
    void filesThatCannotBeReadAreToldToTheTestOnly() {
        Texts absent = Texts.of("T", name -> null);
        assertEquals("a-b.message", absent.text("a-b.message", Language.EN));
        assertEquals(4, Texts.missing(new Code[] {new OneCode("a-b", absent)}).size());

        Texts broken = Texts.of("T", name -> new ByteArrayInputStream(new byte[9]) {
            @Override
            public synchronized int read(byte[] block, int offset, int length) {
                throw new java.io.UncheckedIOException(new IOException("gone"));
            }
        });
        assertEquals("a-b.message", broken.text("a-b.message", Language.EN));
        Texts damaged = texts("a = \\u00zz", "");
        assertEquals("a", damaged.text("a", Language.ZH_TW));
        assertTrue(Texts.missing(new Code[] {new OneCode("a-b", damaged)})
                .toString()
                .contains("damaged"));
    }

    @Test
    void whatIsMissingIsTold() {
        String whole = "a-b.message = x {n}\na-b.remedy = y\nlabel.c = z {n}";
        assertEquals(List.of(), missing(whole, whole));
        assertEquals(
                List.of("a-b.remedy (zh_TW)"),
                missing("a-b.message = x\nlabel.c=", "a-b.message = x\na-b.remedy = y")
                        .subList(0, 1));
        assertEquals(
                List.of("a-b.message (en)", "a-b.remedy (en)", "label.c (en)"), missing(whole, "a-b.message = \u3000"));
        assertEquals(List.of("a-b.message: placeholders [n] and [m]"), missing(whole, whole.replace("x {n}", "x {m}")));
        assertEquals(
                List.of("label.c: placeholders [n] and []"), missing(whole, whole.replace("z {n}", "z {0} { } {é}")));
        assertEquals(List.of("label.d (zh_TW)"), missing(whole, whole + "\nlabel.d = 1"));
        assertEquals(List.of("a-b.remedy (en) stands twice"), missing(whole, whole + "\na-b.remedy = 1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"A", "a_b", "-a", "a-", "a--b", "1a", ""})
    void idsAreKebabCase(String id) {
        Texts texts = texts(id + ".message=1\n" + id + ".remedy=1", id + ".message=1\n" + id + ".remedy=1");
        assertEquals(List.of("id " + id), Texts.missing(new Code[] {new OneCode(id, texts)}));
    }

    @Test
    void idsStandOnce() {
        Texts texts = texts("a.message=1\na.remedy=1", "a.message=1\na.remedy=1");
        OneCode code = new OneCode("a", texts);
        assertEquals(List.of("id a"), Texts.missing(new Code[] {code, code}));
    }
}
