package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import kpi.function.KpiFunctions;
import org.junit.jupiter.api.Test;

/** The parser knows every name of a function that is more than one word, and no other. */
class FunctionNamesTest {
    @Test
    void theParserKnowsTheNamesOfSeveralWords() {
        Set<String> names = KpiFunctions.standard().all().stream()
                .flatMap(function -> function.names().stream())
                .filter(name -> name.contains(" "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names, new TreeSet<>(FunctionNames.ALL));
    }
}
