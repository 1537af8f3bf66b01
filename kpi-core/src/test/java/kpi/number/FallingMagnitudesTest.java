package kpi.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Magnitudes fall, even where a part is zero and would not change the value. */
class FallingMagnitudesTest {
    @ParameterizedTest
    @ValueSource(strings = {"1千00萬", "567億0千兆", "1千0萬", "5萬0億", "5萬6億"})
    void aMagnitudeThatDoesNotFallIsRefused(String text) {
        NumberText.Fault fault =
                assertInstanceOf(NumberText.Fault.class, NumberText.read(text, 0, NumberBudget.standard()));
        assertEquals(NumberText.Fault.Kind.MAGNITUDES_NOT_FALLING, fault.kind());
    }
}
