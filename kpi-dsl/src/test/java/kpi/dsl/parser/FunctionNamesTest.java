package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.function.KpiFunctions;
import kpi.function.RowFunctions;
import kpi.function.RowParameter;
import org.junit.jupiter.api.Test;

/** The parser knows every name of a function that is more than one word, and no other. */
class FunctionNamesTest {
    @Test
    void theParserKnowsTheNamesOfSeveralWords() {
        Set<String> names = Stream.concat(
                        KpiFunctions.standard().all().stream().flatMap(function -> function.names().stream()),
                        RowFunctions.all().stream().flatMap(function -> function.names().stream()))
                .filter(name -> name.contains(" "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names, new TreeSet<>(FunctionNames.ALL));
    }

    @Test
    void theParserKnowsTheDefinitionsOfSeveralWords() {
        Set<String> names = RowFunctions.all().stream()
                .flatMap(function -> function.parameters().stream())
                .filter(RowParameter.Named.class::isInstance)
                .flatMap(parameter -> ((RowParameter.Named) parameter).choices().stream())
                .map(choice -> choice.name().en())
                .filter(name -> name.contains(" "))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(names, new TreeSet<>(FunctionNames.OPTIONS));
    }
}
