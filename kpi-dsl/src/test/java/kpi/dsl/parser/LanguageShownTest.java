package kpi.dsl.parser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.reflect.Modifier;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kpi.diagnostic.Limits;
import kpi.source.Source;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTreeListener;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.junit.jupiter.api.Test;

/**
 * Nothing of the language is without a sample: every keyword, and every rule of the grammar with each of its named
 * alternatives, is read in a good source of the tests and in a text of the reference.
 */
class LanguageShownTest {
    private static final Path RESOURCES = Path.of("src", "test", "resources", "kpi", "dsl");
    private static final Path REFERENCE = Path.of("..", "docs", "language.md");

    /** Entry rules of texts that are no file. */
    private static final Set<String> NOT_IN_FILES = Set.of("Formula");

    /** {@code of the total} is always refused, with the two shares it could mean: only bad sources have it. */
    private static final Set<Keyword> ALWAYS_REFUSED = Set.of(Keyword.OF_TOTAL);

    private final Set<Integer> words = new TreeSet<>();
    private final Set<String> rules = new TreeSet<>();

    @Test
    void everythingIsReadInAGoodSource() throws IOException {
        try (Stream<Path> files = Files.walk(RESOURCES)) {
            for (Path file : files.filter(each -> each.toString().endsWith(".kpi"))
                    .filter(each -> each.getParent().endsWith("good"))
                    .sorted()
                    .toList()) {
                read(Source.of(file.toString(), Files.readString(file, StandardCharsets.UTF_8)));
            }
        }
        assertEquals("", missing());
    }

    @Test
    void everythingIsShownInTheReference() throws IOException {
        List<String> snippets = new ArrayList<>();
        List<String> open = new ArrayList<>();
        boolean inside = false;
        for (String line : Files.readAllLines(REFERENCE, StandardCharsets.UTF_8)) {
            if (inside && line.equals("```")) {
                snippets.add(String.join("\n", open) + "\n");
                open.clear();
                inside = false;
            } else if (inside) {
                open.add(line);
            } else {
                inside = line.equals("```kpi");
            }
        }
        assertTrue(snippets.size() > 10, "snippets: " + snippets.size());
        for (String snippet : snippets) {
            read(Source.of("language.md", snippet));
        }
        assertEquals("", missing());
    }

    private void read(Source source) {
        Map<Integer, Token> told = new TreeMap<>();
        Problems problems = new Problems(Limits.standard());
        KpiParser.file(source, Grammar.watched(parser -> parser.addParseListener(new Listener())), problems);
        assertEquals(List.of(), problems.toList(), source.name());
        KpiParser.file(
                source,
                Grammar.telling(tokens -> tokens.stream()
                        .filter(token -> token.getStopIndex() >= token.getStartIndex())
                        .forEach(token -> told.put(token.getStartIndex(), token))),
                problems);
        told.values().forEach(token -> words.add(token.getType()));
        Lexed lexed = new Lexed(source);
        collect(new SaidWords(lexed, new TreeMap<>(told)), Layout.of(lexed, problems));
    }

    private void collect(SaidWords said, List<Statement> statements) {
        for (Statement statement : statements) {
            said.of(statement).forEach(word -> words.add(word.type()));
            statement.block().ifPresent(block -> collect(said, block.statements()));
        }
    }

    private String missing() {
        List<String> missing = new ArrayList<>();
        for (Keyword keyword : Keyword.values()) {
            int type = keyword == Keyword.MEETS_TARGET ? Wording.MEETS_TARGET : keyword.type();
            if (words.contains(type) == ALWAYS_REFUSED.contains(keyword)) {
                missing.add("keyword " + keyword);
            }
        }
        for (String rule : declared()) {
            if (!rules.contains(rule) && !NOT_IN_FILES.contains(rule)) {
                missing.add("rule " + rule);
            }
        }
        return String.join("\n", missing);
    }

    /** The rules of the grammar; in place of one with named alternatives, these. */
    private static Set<String> declared() {
        List<Class<?>> contexts = Arrays.stream(KpiGrammarParser.class.getDeclaredClasses())
                .filter(ParserRuleContext.class::isAssignableFrom)
                .filter(each -> !Modifier.isAbstract(each.getModifiers()))
                .sorted(Comparator.comparing(Class::getName))
                .collect(Collectors.toList());
        Set<Class<?>> divided = contexts.stream().map(Class::getSuperclass).collect(Collectors.toSet());
        return contexts.stream()
                .filter(each -> !divided.contains(each))
                .map(LanguageShownTest::name)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static String name(Class<?> context) {
        return context.getSimpleName().replaceFirst("Context$", "");
    }

    private final class Listener implements ParseTreeListener {
        @Override
        public void visitTerminal(TerminalNode node) {
            // words are told with the clause they stand in
        }

        @Override
        public void visitErrorNode(ErrorNode node) {
            // a good source has none
        }

        @Override
        public void enterEveryRule(ParserRuleContext context) {
            // which alternative it is shows at its end
        }

        @Override
        public void exitEveryRule(ParserRuleContext context) {
            if (context.exception == null) {
                rules.add(name(context.getClass()));
            }
        }
    }
}
