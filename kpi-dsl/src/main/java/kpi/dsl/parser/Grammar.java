package kpi.dsl.parser;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.ATNState;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Runs a rule of the grammar over the tokens of a clause: fast prediction first, careful prediction second. */
final class Grammar {
    /** Whether operands and operators stand at the end of the clause, so that more of them could follow. */
    enum Kind {
        EXPRESSION,
        SERIES
    }

    private final Consumer<KpiGrammarParser> watcher;
    private final Consumer<List<Token>> listener;

    private Grammar(Consumer<KpiGrammarParser> watcher, Consumer<List<Token>> listener) {
        this.watcher = watcher;
        this.listener = listener;
    }

    /** The grammar as authors meet it. */
    static Grammar plain() {
        return new Grammar(parser -> {}, tokens -> {});
    }

    /** The grammar with something looking over its shoulder: each parser is shown before it runs. */
    static Grammar watched(Consumer<KpiGrammarParser> watcher) {
        return new Grammar(watcher, tokens -> {});
    }

    /** The grammar that tells which words it read: the tokens of each clause that fitted its rule. */
    static Grammar telling(Consumer<List<Token>> listener) {
        return new Grammar(parser -> {}, listener);
    }

    /** The parse tree; empty, with a problem reported, where the tokens do not fit the rule. */
    <T extends ParserRuleContext> Optional<T> parse(
            Lexed lexed, List<Token> tokens, Kind kind, Function<KpiGrammarParser, T> rule, Problems problems) {
        Token end = lexed.mark(Token.EOF, tokens.get(tokens.size() - 1));
        try {
            return Optional.of(read(rule, tokens, parser(tokens, end, PredictionMode.SLL, new Refuse())));
        } catch (Refusal fast) {
            try {
                return Optional.of(read(rule, tokens, parser(tokens, end, PredictionMode.LL, new RefuseEarly())));
            } catch (Refusal careful) {
                int at = careful.offending == end ? tokens.size() : tokens.indexOf(careful.offending);
                problems.add(Explanation.of(lexed, tokens, at, end, kind, careful.expected));
                return Optional.empty();
            }
        }
    }

    private <T extends ParserRuleContext> T read(
            Function<KpiGrammarParser, T> rule, List<Token> tokens, KpiGrammarParser parser) {
        T read = rule.apply(parser);
        listener.accept(tokens);
        return read;
    }

    private KpiGrammarParser parser(List<Token> tokens, Token end, PredictionMode mode, DefaultErrorStrategy strategy) {
        KpiGrammarParser parser = new KpiGrammarParser(new ListedTokens(tokens, end));
        parser.removeErrorListeners();
        parser.setErrorHandler(strategy);
        parser.getInterpreter().setPredictionMode(mode);
        watcher.accept(parser);
        return parser;
    }

    /** Where the parser stopped, and what would have fitted. */
    private static final class Refusal extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Token offending;
        private final transient IntervalSet expected;

        Refusal(Token offending, IntervalSet expected) {
            super("", null, false, false);
            this.offending = offending;
            this.expected = expected;
        }
    }

    /** No token is ever invented or left out: the first that does not fit ends the parse. */
    private static class Refuse extends DefaultErrorStrategy {
        @Override
        public void reportError(Parser parser, RecognitionException e) {
            // told by whoever asked for the parse
        }

        @Override
        public void recover(Parser parser, RecognitionException e) {
            Token offending = e.getOffendingToken();
            boolean atOnce = offending == parser.getCurrentToken();
            throw new Refusal(offending, atOnce ? parser.getExpectedTokens() : new IntervalSet());
        }

        @Override
        public Token recoverInline(Parser parser) {
            throw new Refusal(parser.getCurrentToken(), parser.getExpectedTokens());
        }

        @Override
        public void sync(Parser parser) {
            // nothing to bring in line
        }
    }

    /** Also looks at every turn of a loop, so that what could have gone on there is among the expected. */
    private static final class RefuseEarly extends Refuse {
        @Override
        public void sync(Parser parser) {
            ATNState state = parser.getInterpreter().atn.states.get(parser.getState());
            IntervalSet next = parser.getATN().nextTokens(state);
            if (!next.contains(Token.EPSILON)
                    && !next.contains(parser.getCurrentToken().getType())) {
                throw new Refusal(parser.getCurrentToken(), parser.getExpectedTokens());
            }
        }
    }
}
