package kpi.dsl.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limits;
import kpi.dsl.generated.Programs;
import kpi.source.Source;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Every good file of the project says the same after it was laid out, in its own keywords and in either language. */
class GoodSourcesTest {
    @TestFactory
    List<DynamicTest> layingOutChangesNothingThatIsSaid() {
        List<DynamicTest> tests = new ArrayList<>();
        for (Source source : Sources.good()) {
            tests.add(DynamicTest.dynamicTest(source.name(), () -> check(source)));
        }
        assertTrue(tests.size() > 3, "files: " + tests.size());
        return tests;
    }

    @Property(tries = 100)
    void soDoesEveryGeneratedFile(@ForAll("programs") Source source) {
        check(source);
    }

    @Provide
    Arbitrary<Source> programs() {
        return Programs.arbitrary();
    }

    private static void check(Source source) {
        if (format(source, Optional.empty()).value().isEmpty()) {
            return; // a sample of mistakes: the parser refuses it, and so does the formatter
        }
        String tree = Trees.of(source);
        List<String> comments = Comments.of(source.text());
        for (Optional<Language> language :
                List.of(Optional.<Language>empty(), Optional.of(Language.ZH_TW), Optional.of(Language.EN))) {
            String text = laidOut(source, language);
            Source again = Source.of(source.name(), text);
            assertEquals(tree, Trees.of(again), text);
            assertEquals(comments, Comments.of(text));
            assertEquals(text, laidOut(again, language), "laid out twice");
        }
        thereAndBack(source, Language.ZH_TW, Language.EN);
        thereAndBack(source, Language.EN, Language.ZH_TW);
    }

    private static void thereAndBack(Source source, Language one, Language other) {
        String text = laidOut(source, Optional.of(one));
        String there = laidOut(Source.of(source.name(), text), Optional.of(other));
        assertEquals(text, laidOut(Source.of(source.name(), there), Optional.of(one)));
    }

    private static String laidOut(Source source, Optional<Language> language) {
        return format(source, language).orElseThrow();
    }

    private static Checked<String> format(Source source, Optional<Language> language) {
        return Formatter.format(source, Limits.standard(), language, Library.names(), Map.of());
    }
}
