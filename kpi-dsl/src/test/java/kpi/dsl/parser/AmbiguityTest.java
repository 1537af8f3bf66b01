package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import kpi.diagnostic.Limits;
import kpi.source.Source;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.atn.ATNConfigSet;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.dfa.DFA;
import org.junit.jupiter.api.Test;

/** No text has two readings: the parser, asked to tell of every ambiguity, tells of none. */
class AmbiguityTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kpi", "dsl", "parser");

    private final List<String> ambiguities = new ArrayList<>();
    private int parses;

    private final Grammar watched = Grammar.watched(parser -> {
        parses++;
        parser.getInterpreter().setPredictionMode(PredictionMode.LL_EXACT_AMBIG_DETECTION);
        parser.addErrorListener(new BaseErrorListener() {
            @Override
            public void reportAmbiguity(
                    Parser ambiguous, DFA dfa, int start, int stop, boolean exact, BitSet alts, ATNConfigSet configs) {
                ambiguities.add(ambiguous.getRuleNames()[dfa.atnStartState.ruleIndex] + " at "
                        + ambiguous.getTokenStream().get(start));
            }
        });
    });

    @Test
    void noSampleIsAmbiguous() throws IOException {
        for (String folder : List.of("good", "bad")) {
            try (Stream<Path> files = Files.list(RESOURCES.resolve(folder))) {
                for (Path file :
                        files.filter(name -> name.toString().endsWith(".kpi")).toList()) {
                    String text = Files.readString(file, StandardCharsets.UTF_8);
                    Lexed lexed = new Lexed(Source.of(file.toString(), text));
                    FileBuilder.declarations(lexed, watched, new Problems(Limits.standard()));
                }
            }
        }
        assertTrue(parses > 200, "parses: " + parses);
        assertEquals(List.of(), ambiguities);
    }

    @Test
    void noHostileFormulaIsAmbiguous() {
        Optional<Path> cases = HostileFormulas.folder();
        assumeTrue(cases.isPresent(), "the folder shared/cases is absent");
        for (HostileFormulas.Formula formula : HostileFormulas.read(cases.get())) {
            if (formula.text().length() < 20_000) {
                KpiParser.formula(Source.of(formula.id(), formula.text()), watched, new Problems(Limits.standard()));
            }
        }
        assertTrue(parses > 100, "parses: " + parses);
        assertEquals(List.of(), ambiguities);
    }
}
