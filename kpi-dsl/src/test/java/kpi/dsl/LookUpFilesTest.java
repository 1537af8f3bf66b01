package kpi.dsl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Look-up tables whose rows stand in files: by keys, by bands, interpolated, the first row that matches. */
class LookUpFilesTest {
    private static final String TEXT = """
            table 步長(pollutant: text → step: number) from "steps.csv"
            bands 級距(pollutant: text, c "concentration": number in steps of 步長(pollutant) → index: number) from "bands.csv"
            bands 費率(度數: 度 → 單價: 元) from "rates.csv"
            table 折線(x: number → y: number) from "points.csv"
            table 補助(地區: text, 人數: 人 → 金額: 元), first match from "grants.csv"
            data 測值(k: key, pollutant: text, c: number, 度: 度, x: number, 地區: text, 人數: 人) from "values.csv"
            kpi AQI per row of 測值 {
              cut =    c, at least 0, truncated to 步長(pollutant)
              formula  級距(pollutant, cut), interpolated, above the last band extended
              unit     number
              actual   rounded to whole
            }
            kpi RATE per row of 測值 { formula 費率(度)   unit 元 }
            kpi LINE per row of 測值 { formula 折線(x), interpolated   unit number }
            kpi GRANT per row of 測值 { formula 補助(地區, 人數)   unit 元 }
            """;

    private static final String STEPS = "pollutant,step\nPM2.5,0.1\nCO,0.1\n";
    private static final String BANDS = """
            pollutant,concentration,index
            PM2.5,0.0 – 12.0,0 – 50
            CO,0.0 – 4.4,0 – 50
            PM2.5,12.1 – 35.4,51 – 100
            CO,4.5 – 9.4,51 – 100
            """;
    private static final String RATES = "度數,單價\n未滿100,2\n100以上未滿300,3\n300以上,5\n";
    private static final String POINTS = "x,y\n0,0\n10,100\n20,120\n";
    private static final String GRANTS = "地區,人數,金額\n偏鄉,*,900\n*,100人以上,500\n*,*,100\n";
    private static final String VALUES = """
            k,pollutant,c,度,x,地區,人數
            a,PM2.5,35.9,99,5,偏鄉,3
            b,CO,8.4,100,10,都會,250
            c,PM2.5,-0.3,1000,12.5,都會,9
            """;

    private static Csv files() {
        return Csv.of(TEXT)
                .file("steps.csv", STEPS)
                .file("bands.csv", BANDS)
                .file("rates.csv", RATES)
                .file("points.csv", POINTS)
                .file("grants.csv", GRANTS)
                .file("values.csv", VALUES);
    }

    @Test
    void everyKindFindsItsRow() {
        assertEquals(List.of(), files().problems());
        var result = files().evaluate(112);
        assertEquals(List.of("a | 101", "b | 90", "c | 0"), Csv.rows(result.kpi("AQI")));
        assertEquals(List.of("a | 2 元", "b | 3 元", "c | 5 元"), Csv.rows(result.kpi("RATE")));
        assertEquals(List.of("a | 50", "b | 100", "c | 105"), Csv.rows(result.kpi("LINE")));
        assertEquals(List.of("a | 900 元", "b | 500 元", "c | 100 元"), Csv.rows(result.kpi("GRANT")));
    }

    /** A file with one thing wrong in it, and the place of that thing, told before anything is evaluated. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            bands.csv  | 12.1 – 35.4,51 | 12.2 – 35.4,51       | look-up-data bands.csv:4:c
            bands.csv  | 12.1 – 35.4,51 | 11.9 – 35.4,51       | look-up-data bands.csv:4:c
            bands.csv  | 12.1 – 35.4,51 | 12.15 – 35.4,51      | look-up-data bands.csv:4:c
            bands.csv  | 12.1 – 35.4,51 | 12.1 – many,51       | look-up-data bands.csv:4:c
            bands.csv  | 12.1 – 35.4,51 | ,51                  | missing-value bands.csv:4:c
            bands.csv  | 51 – 100;      | high;                | look-up-data bands.csv:4:index
            bands.csv  | concentration, | range,               | missing-column bands.csv:c
            rates.csv  | 100以上未滿300  | 100以上未滿299         | look-up-data rates.csv:4:度數
            rates.csv  | 未滿100,2       | 未滿100,two            | look-up-data rates.csv:2:單價
            points.csv | 20,120         | 10,120               | look-up-data points.csv:4:x
            points.csv | 20,120         | 20,                  | missing-value points.csv:4:y
            points.csv | 20,120         | twenty,120           | not-a-number points.csv:4:x
            steps.csv  | CO,0.1         | PM2.5,1              | look-up-data steps.csv:3:pollutant
            grants.csv | 偏鄉,*,900      | *,*,900               | look-up-data grants.csv:3:人數
            grants.csv | 100人以上       | 100人以上未滿          | look-up-data grants.csv:3:人數
            """)
    void whatIsWrongWithAFileIsToldWithItsPlace(String file, String good, String bad, String expected) {
        String content = switch (file) {
            case "bands.csv" -> BANDS;
            case "rates.csv" -> RATES;
            case "points.csv" -> POINTS;
            case "steps.csv" -> STEPS;
            default -> GRANTS;
        };
        String from = good.replace(";", "\n");
        assertTrue(content.contains(from), good);
        List<String> problems = files().file(file, content.replace(from, bad.replace(";", "\n")))
                .problems();
        assertEquals(expected, problems.get(0), problems::toString);
    }

    @Test
    void everythingWrongIsToldAtOnce() {
        String bands = "pollutant,concentration,index\nPM2.5,0.0 – 12.0,0 – 50\nPM2.5,12.2 – 35.4,51 – 100\n"
                + "CO,0.0 – 4.4,0 – 50\nCO,4.4 – 9.4,51 – 100\n";
        assertEquals(
                Arrays.asList("look-up-data bands.csv:3:c", "look-up-data bands.csv:5:c"),
                files().file("bands.csv", bands).problems().stream().sorted().toList());
    }
}
