package kpi.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.dsl.generated.Programs;
import kpi.source.Source;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Comments wherever one may stand: all are kept, in order, at what they are noted at. */
class CommentsStayTest {
    /**
     * A comment and what it is noted at.
     *
     * @param behind how many signs of the text stand before it; the brace that opens a block is moved, so it is not counted
     */
    private record Noted(String text, boolean alone, int behind) {}

    @Provide
    Arbitrary<Source> programs() {
        return Programs.arbitrary();
    }

    @Property(tries = 100)
    void areKeptWhereTheyAre(@ForAll("programs") Source program, @ForAll long seed) {
        String bare = program.text().replaceAll("(?m)[ \\t　]*[#＃].*$", "");
        String laidOut = format(bare, Optional.empty());
        String noted = noted(laidOut, new Random(seed));
        String again = format(noted, Optional.empty());
        assertEquals(comments(noted), comments(again), () -> noted + "\n=====\n" + again);
        assertEquals(again, format(again, Optional.empty()), "laid out twice");
        assertEquals(Trees.of(Source.of("a", laidOut)), Trees.of(Source.of("a", again)));
        for (Language language : Language.values()) {
            assertEquals(Comments.of(again), Comments.of(format(noted, Optional.of(language))));
        }
    }

    private static String noted(String text, Random random) {
        StringBuilder noted = new StringBuilder();
        int[] number = {0};
        text.lines().forEach(line -> {
            if (random.nextInt(6) == 0) {
                noted.append(" ".repeat(random.nextInt(12)))
                        .append("# own ")
                        .append(number[0]++)
                        .append('\n');
            }
            noted.append(line);
            if (!line.isBlank() && random.nextInt(6) == 0) {
                noted.append("  # behind ").append(number[0]++);
            }
            noted.append('\n');
        });
        return noted.toString();
    }

    private static List<Noted> comments(String text) {
        List<Noted> comments = new ArrayList<>();
        int[] signs = {0};
        text.lines().forEach(line -> {
            int at = line.indexOf('#');
            String code = at < 0 ? line : line.substring(0, at);
            signs[0] += (int) code.chars().filter(c -> c != ' ' && c != '{').count();
            if (at >= 0) {
                comments.add(new Noted(line.substring(at), code.isBlank(), signs[0]));
            }
        });
        return comments;
    }

    private static String format(String text, Optional<Language> language) {
        return Formatter.format(Source.of("a.kpi", text), Limits.standard(), language, Library.names(), Map.of())
                .orElseThrow();
    }
}
