package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import kpi.diagnostic.LocalText;
import kpi.unit.Units;
import kpi.value.NumberRange;
import kpi.value.RangeText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ranges in cells, as each language prints them: the same numbers are within. */
class RowWordsTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    90%以上                  | 90%以上          | 90% and above
                    80%以上未滿90%           | 80%以上未滿90%   | 80% and above below 90%
                    0.7 and above, below 0.8 | 0.7以上，未滿0.8 | 0.7 and above, below 0.8
                    0.7 or more, under 0.8   | 0.7以上，未滿0.8 | 0.7 and above, below 0.8
                    at least 5               | 5以上            | 5 and above
                    up to 1,234              | 1,234以下        | 1,234 and below
                    超過3、5以下             | 超過3、5以下     | over 3, 5 and below
                    more than -3             | 超過-3           | over -3
                    未達50%                  | 未滿50%          | below 50%
                    0 to 50                  | 0至50            | 0 to 50
                    1,000至2,000             | 1,000至2,000     | 1,000 to 2,000
                    """)
    void aRangeInBothLanguages(String written, String chinese, String english) {
        LocalText range = RowWords.range(written).orElseThrow();
        assertEquals(chinese, range.zh());
        assertEquals(english, range.en());
        Optional<NumberRange> meant = RangeText.read(written, Units.PERCENT);
        assertTrue(meant.isPresent());
        assertEquals(meant, RangeText.read(chinese, Units.PERCENT));
        assertEquals(meant, RangeText.read(english, Units.PERCENT));
        assertEquals(Optional.of(range), RowWords.range(chinese));
        assertEquals(Optional.of(range), RowWords.range(english));
    }

    @Test
    void whatHasNoWordsOrIsNoRangeStays() {
        for (String text :
                new String[] {"", "5", "0.0 – 12.0", "≧ 5", "*", "以上", "5 6以上", "below", "a以上", "5 to", "5以上6"}) {
            assertEquals(Optional.empty(), RowWords.range(text), text);
        }
    }
}
