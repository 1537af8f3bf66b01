package kpi.source;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpanAndPlaceTest {
    private final Source source = Source.of("a", "公式 = 1\n");

    @Test
    void aSpanKnowsItsText() {
        Span span = source.span(0, 2);
        assertEquals("公式", span.text());
        assertEquals("a:1:1", span.toString());
        assertEquals(source.span(0, 6), span.to(source.span(5, 6)));
    }

    @Test
    void aSpanContainsItselfAndWhatLiesInside() {
        Span span = source.span(1, 4);
        assertTrue(span.contains(span));
        assertTrue(span.contains(source.span(2, 3)));
        assertTrue(span.contains(source.span(4, 4)));
        assertFalse(span.contains(source.span(0, 2)));
        assertFalse(span.contains(source.span(3, 5)));
        assertFalse(span.contains(Source.of("b", source.text()).span(2, 3)));
    }

    @Test
    void aSpanCannotReachIntoAnotherSource() {
        Span other = Source.of("b", "x").whole();
        assertThrows(IllegalArgumentException.class, () -> source.whole().to(other));
        assertThrows(IndexOutOfBoundsException.class, () -> source.span(3, 4).to(source.span(0, 1)));
    }

    @Test
    void aPlaceIsExactlyOneThing() {
        Place text = Place.of(source.whole());
        assertEquals(Optional.of(source.whole()), text.span());
        assertEquals(Optional.empty(), text.cell());
        assertEquals(Optional.empty(), text.input());
        Place cell = Place.cell("T", "T.csv", 3, "c", "12");
        assertEquals(Optional.empty(), cell.span());
        assertEquals("12", cell.cell().orElseThrow().rawText());
        assertEquals(Optional.empty(), cell.input());
        Place input = Place.input("x");
        assertEquals(Optional.empty(), input.span());
        assertEquals(Optional.empty(), input.cell());
        assertEquals(Optional.of("x"), input.input());
        assertThrows(IllegalArgumentException.class, () -> Place.cell("T", "", -1, "", ""));
    }

    @Test
    void placesTellWhereTheyAre() {
        assertEquals("a:1:1", Place.of(source.whole()).toString());
        assertEquals("T.csv:3:c", Place.cell("T", "T.csv", 3, "c", "12").toString());
        assertEquals("T:c", Place.cell("T", "", 0, "c", "12").toString());
        assertEquals("T:3", Place.cell("T", "", 3, "", "12").toString());
        assertEquals("x", Place.input("x").toString());
    }

    @Test
    void placesComeInReadingOrder() {
        Source second = Source.of("b", "xy");
        List<Place> order = List.of(
                Place.of(source.span(0, 1)),
                Place.of(source.span(0, 2)),
                Place.of(source.span(1, 1)),
                Place.of(second.span(0, 1)),
                Place.cell("T", "", 1, "", ""),
                Place.cell("A", "T.csv", 5, "", ""),
                Place.cell("T", "T.csv", 1, "", ""),
                Place.cell("T", "T.csv", 2, "a", "1"),
                Place.cell("T", "T.csv", 2, "a", "2"),
                Place.cell("T", "T.csv", 2, "b", "1"),
                Place.input("a"),
                Place.input("b"));
        List<Place> shuffled = new ArrayList<>(order);
        Collections.shuffle(shuffled, new Random(7));
        Collections.sort(shuffled);
        assertEquals(order, shuffled);
        for (int i = 0; i < order.size(); i++) {
            assertEquals(i, order.indexOf(order.get(i)));
            assertEquals(i, Collections.binarySearch(order, order.get(i)));
        }
    }
}
