package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.MissingPolicy;
import kpi.dsl.syntax.MissingWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Reads what a formula does where a name has no value: {@code missing a, b: as 0}. */
final class MissingBuilder {
    private final Reader reader;

    MissingBuilder(Reader reader) {
        this.reader = reader;
    }

    Optional<KpiClause> clause(Statement statement) {
        if (withoutColon(reader.tokens(statement))) {
            return Optional.empty();
        }
        List<Token> tokens = new ArrayList<>();
        int from = head(reader.tokens(statement), tokens);
        return reader.expression(tokens, from, ExpressionWords.Mode.PLAIN, KpiGrammarParser::missingClause)
                .map(context -> clause(statement.span(), context));
    }

    /** {@code missing a as 0}: reported where the colon belongs. */
    private boolean withoutColon(List<Token> tokens) {
        Lexed lexed = reader.lexed();
        if (tokens.stream().anyMatch(token -> token.getType() == KpiGrammarLexer.COLON)) {
            return false;
        }
        Phrases phrases = new Phrases(lexed, tokens);
        for (int i = 2; i < tokens.size(); i++) {
            if (phrases.at(i, Slot.MISSING).isPresent()) {
                Span end = lexed.after(tokens.get(i - 1));
                reader.problems()
                        .add(Problem.of(SyntaxCode.UNEXPECTED, lexed.span(tokens.get(i)))
                                .with("found", lexed.span(tokens.get(i)))
                                .with("expected", SyntaxTexts.expected("colon"))
                                .edit(end, ":"));
                return true;
            }
        }
        return false;
    }

    /** The tokens, the words before the value settled; answers where the value begins. */
    private int head(List<Token> in, List<Token> out) {
        Lexed lexed = reader.lexed();
        out.add(in.get(0));
        int i = 1;
        while (i < in.size() && in.get(i).getType() != KpiGrammarLexer.COLON) {
            boolean qualifies =
                    Brackets.isOpen(in.get(i)) && Operands.isName(in.get(i - 1).getType());
            int end = qualifies ? closing(in, i) : i;
            out.add(qualifies ? lexed.as(KpiGrammarParser.QUALIFIER, in.get(i), in.get(end)) : in.get(i));
            i = end + 1;
        }
        if (i >= in.size()) {
            return out.size();
        }
        out.add(in.get(i));
        i++;
        Optional<Phrases.Match> policy = new Phrases(lexed, in).at(i, Slot.MISSING);
        if (policy.isPresent() && policy.get().keyword() != Keyword.COUNTED) {
            int end = i + policy.get().words();
            out.add(lexed.as(policy.get().keyword().type(), in.get(i), in.get(end - 1)));
            i = end;
        }
        int from = out.size();
        // The last word of 以 0 計 says nothing more.
        boolean counted = in.get(in.size() - 1).getType() == KpiGrammarLexer.WORD
                && Keyword.ofWord(Slot.MISSING, lexed.text(in.get(in.size() - 1)))
                        .filter(Keyword.COUNTED::equals)
                        .isPresent();
        if (i < in.size()) {
            out.addAll(in.subList(i, counted ? in.size() - 1 : in.size()));
        }
        return from;
    }

    /** Whether a clause that begins with this word says what becomes of a missing value. */
    static boolean says(Keyword clause) {
        return switch (clause) {
            case MISSING_CLAUSE,
                    NOT_REPORTED_CLAUSE,
                    NOT_APPLICABLE_CLAUSE,
                    MEANINGLESS_CLAUSE,
                    NOT_YET_RELEASED_CLAUSE,
                    UNDEFINED_CLAUSE -> true;
            default -> false;
        };
    }

    private static int closing(List<Token> tokens, int open) {
        int depth = 0;
        for (int i = open; i < tokens.size(); i++) {
            depth += Brackets.isOpen(tokens.get(i)) ? 1 : Brackets.isClose(tokens.get(i)) ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return tokens.size() - 1;
    }

    private KpiClause clause(Span span, KpiGrammarParser.MissingClauseContext context) {
        String word = TokenNames.name(context.missingWord().getStart().getType());
        MissingWord kind = MissingWord.valueOf(word.substring(0, word.length() - "_CLAUSE".length()));
        List<QualifiedName> names = new ArrayList<>();
        context.qualifiedName().forEach(name -> names.add(reader.nodes().qualifiedName(name)));
        return new KpiClause.MissingClause(span, kind, names, policy(context.missingPolicy()));
    }

    private MissingPolicy policy(KpiGrammarParser.MissingPolicyContext context) {
        Span span = reader.nodes().span(context);
        if (context instanceof KpiGrammarParser.InsteadPolicyContext instead) {
            return new MissingPolicy.Instead(span, reader.expressions().value(instead.value()));
        }
        if (context instanceof KpiGrammarParser.NotApplicablePolicyContext stated) {
            return new MissingPolicy.NotApplicable(span, reader.nodes().optionalLabel(stated.TEXT()));
        }
        return new MissingPolicy.LeaveOut(span);
    }
}
