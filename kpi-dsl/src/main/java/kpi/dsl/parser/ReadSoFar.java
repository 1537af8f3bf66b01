package kpi.dsl.parser;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Limit;
import org.antlr.v4.runtime.Token;

/**
 * What has been read of an expression: the tokens for the parser so far and the brackets that are open, and so whether
 * an operand or an operator is due, and how deep the next token nests.
 */
final class ReadSoFar {
    private final Lexed lexed;
    private final Problems problems;
    private final List<Token> tokens = new ArrayList<>();
    private final Deque<Bracket> open = new ArrayDeque<>();
    private int signs;
    private int conditions;
    private boolean colon;

    /** A bracket that is open; what it holds are arguments where a name or a list stands before it. */
    private static final class Bracket {
        private final boolean call;
        private final int conditionsAround;
        private int commas;

        Bracket(boolean call, int conditionsAround) {
            this.call = call;
            this.conditionsAround = conditionsAround;
        }
    }

    ReadSoFar(Lexed lexed, Problems problems) {
        this.lexed = lexed;
        this.problems = problems;
    }

    List<Token> tokens() {
        return tokens;
    }

    int size() {
        return tokens.size();
    }

    /** Whether a token of this type was read last. */
    boolean isBehind(int type) {
        return isBehind(type, 1);
    }

    /** Whether a token of this type was read this many tokens ago. */
    boolean isBehind(int type, int back) {
        return tokens.size() >= back && tokens.get(tokens.size() - back).getType() == type;
    }

    boolean isBehindName() {
        return !tokens.isEmpty() && Operands.isName(last().getType());
    }

    boolean isEmpty() {
        return tokens.isEmpty();
    }

    Token last() {
        return tokens.get(tokens.size() - 1);
    }

    /** Whether what comes next begins an operand. */
    boolean operandDue() {
        return tokens.isEmpty() || !Operands.endsOperand(last().getType());
    }

    /** Whether a word goes on with a condition that was begun: 則, 否則. */
    boolean branches(Optional<Phrases.Match> word) {
        if (word.isEmpty()) {
            return false;
        }
        return switch (word.get().keyword()) {
            case THEN -> count(KpiGrammarParser.IF) > count(KpiGrammarParser.THEN);
            case ELSE -> count(KpiGrammarParser.THEN) > count(KpiGrammarParser.ELSE);
            default -> false;
        };
    }

    private long count(int type) {
        return tokens.stream().filter(token -> token.getType() == type).count();
    }

    /** Whether no bracket is open. */
    boolean isOutermost() {
        return open.isEmpty();
    }

    /** Whether the innermost bracket holds arguments. */
    boolean inCall() {
        return !open.isEmpty() && open.element().call;
    }

    /** Whether an argument begins here that is not the first. */
    boolean isArgument() {
        return inCall() && isBehind(KpiGrammarParser.COMMA);
    }

    void put(Token token) {
        tokens.add(token);
    }

    void put(int type, Token token) {
        tokens.add(lexed.as(type, token));
    }

    /** Puts a token before one that was read already. */
    void insert(int at, Token token) {
        tokens.add(at, token);
    }

    /** Several tokens as one. */
    void put(int type, Token first, Token last) {
        tokens.add(lexed.as(type, first, last));
    }

    void open(Token token, boolean call) {
        open.push(new Bracket(call, conditions));
        signs = 0;
        put(call ? KpiGrammarParser.CALL_OPEN : KpiGrammarParser.OPEN, token);
        checkDepth(token);
    }

    /** A part of a clause may begin inside a bracket: what closes it there is for the grammar to refuse. */
    void close(Token token) {
        if (!open.isEmpty()) {
            conditions = open.pop().conditionsAround;
        }
        put(KpiGrammarParser.CLOSE, token);
    }

    /** A comma between arguments. */
    void argumentComma(Token token) {
        Bracket bracket = open.element();
        bracket.commas++;
        if (bracket.commas == problems.limit(Limit.ARGUMENTS)) {
            problems.exceeds(SyntaxCode.TOO_MANY_ARGUMENTS, Limit.ARGUMENTS, lexed.span(token));
        }
        put(token);
    }

    void colon(Token token) {
        colon |= open.isEmpty() && !isBehind(KpiGrammarParser.TEXT); // 加分 "x"：每 案：…
        put(token);
    }

    /** Whether a colon was read outside brackets. */
    boolean hasColon() {
        return colon;
    }

    /** A sign or a negation is about to nest what follows. */
    void nestSign(Token token) {
        signs++;
        checkDepth(token);
    }

    /** A condition is about to nest what follows. */
    void nestCondition(Token token) {
        conditions++;
        checkDepth(token);
    }

    /** An operand is read, and what its signs nested has ended. */
    void endSigns() {
        signs = 0;
    }

    /** Depth of what the parser would have to keep on its stack here. */
    private void checkDepth(Token token) {
        if (open.size() + signs + conditions > problems.limit(Limit.NESTING)) {
            problems.exceeds(SyntaxCode.TOO_DEEP, Limit.NESTING, lexed.span(token));
            signs = 0;
            conditions = 0;
        }
    }

    /** Reports an expression that has too many operands and operators. */
    void checkNodes(int from) {
        int nodes = 0;
        for (int i = from; i < tokens.size(); i++) {
            switch (tokens.get(i).getType()) {
                case KpiGrammarParser.OPEN,
                        KpiGrammarParser.CLOSE,
                        KpiGrammarParser.CALL_OPEN,
                        KpiGrammarParser.COMMA,
                        KpiGrammarParser.STEP_COMMA -> {}
                default -> nodes++;
            }
            if (nodes > problems.limit(Limit.NODES)) {
                problems.exceeds(SyntaxCode.TOO_MANY_NODES, Limit.NODES, lexed.span(tokens.get(i)));
                return;
            }
        }
    }
}
