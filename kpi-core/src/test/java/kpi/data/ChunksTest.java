package kpi.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import kpi.data.raw.RawNumbers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Lists in pieces keep what was added, wherever the pieces end. */
class ChunksTest {
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 63, 64, 65, 512, 513, 32_769, 65_535, 65_536, 65_537, 131_072, 131_073, 200_000})
    void rowsAddedAndTakenBackAtAnySize(int size) {
        LongChunks longs = new LongChunks();
        IntChunks ints = new IntChunks();
        for (int i = 0; i < size; i++) {
            longs.add(i);
            ints.add(i);
            // As a row does that turns out bad after this cell.
            longs.add(-1);
            ints.add(-1);
            longs.removeLast();
            ints.removeLast();
        }
        assertEquals(size, longs.size());
        assertEquals(size, ints.size());
        for (int i = 0; i < size; i++) {
            assertEquals(i, longs.get(i));
            assertEquals(i, ints.get(i));
        }
        assertCounts(longs.drain(), size);
        assertCounts(ints.drain(), size);
        longs.add(7);
        ints.add(7);
        assertEquals(7, longs.drain().get(0));
        assertEquals(7, ints.drain().get(0));
    }

    private static void assertCounts(RawNumbers raw, int size) {
        assertEquals(size, raw.length());
        for (int i = 0; i < size; i++) {
            assertEquals(i, raw.get(i));
        }
        if (size > 0) {
            assertEquals(0, raw.least());
            assertEquals(size - 1, raw.most());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "-128,127,1",
        "-129,0,2",
        "0,128,2",
        "-32768,32767,2",
        "0,32768,4",
        "-2147483648,2147483647,4",
        "0,2147483648,8",
        "-9223372036854775808,9223372036854775807,8"
    })
    void asNarrowAsTheyAllowAndWithTheirBounds(long least, long most, int width) {
        LongChunks chunks = new LongChunks();
        chunks.add(most);
        chunks.add(least);
        chunks.add(0);
        RawNumbers raw = chunks.drain();
        assertEquals(width, raw.width());
        assertEquals(least, raw.least());
        assertEquals(most, raw.most());
        assertEquals(most, raw.get(0));
        assertEquals(least, raw.get(1));
    }
}
