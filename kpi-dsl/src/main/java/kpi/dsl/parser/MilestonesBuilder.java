package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.MilestoneWord;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** Milestones (里程碑), and the line that says what an actual is: which milestone counts, and the steps. */
final class MilestonesBuilder {
    private final Reader reader;

    MilestonesBuilder(Reader reader) {
        this.reader = reader;
    }

    Optional<KpiClause> milestones(Statement statement) {
        if (reader.needBlock(statement).isEmpty()) {
            return Optional.empty();
        }
        reader.refuseWords(statement);
        Statement.Block block = statement.block().orElseThrow();
        if (block.statements().isEmpty()) {
            Span close = block.span()
                    .source()
                    .span(block.span().end() - 1, block.span().end());
            reader.problems()
                    .add(Problem.of(SyntaxCode.UNEXPECTED, close)
                            .with("found", close)
                            .with("expected", SyntaxTexts.expected("number")));
        }
        List<KpiClause.MilestonesClause.Line> lines = new ArrayList<>();
        for (Statement line : block.statements()) {
            reader.refuseBlock(line);
            reader.series(line.head(), 0, SeriesWords.Kind.MILESTONES, KpiGrammarParser::milestones)
                    .ifPresent(context -> context.milestone().forEach(each -> lines.add(line(each))));
        }
        return Optional.of(new KpiClause.MilestonesClause(statement.span(), lines));
    }

    private KpiClause.MilestonesClause.Line line(KpiGrammarParser.MilestoneContext context) {
        Nodes nodes = reader.nodes();
        return new KpiClause.MilestonesClause.Line(
                nodes.span(context),
                nodes.figure(context.FIGURE()),
                nodes.id(context.name()),
                nodes.optionalLabel(context.TEXT()));
    }

    /** Which milestone counts is a keyword of this line alone; without it the first step follows as it would a comma. */
    Optional<KpiClause> actual(Statement statement) {
        List<Token> tokens = reader.tokens(statement);
        Optional<Phrases.Match> counts = new Phrases(reader.lexed(), tokens).at(1, Slot.MILESTONE);
        if (counts.isEmpty()) {
            return reader.expression(tokens, 1, ExpressionWords.Mode.STEPS, KpiGrammarParser::actualClause)
                    .map(context -> new KpiClause.ActualClause(
                            statement.span(),
                            Optional.empty(),
                            reader.expressions().steps(context.step())));
        }
        int behind = 1 + counts.get().words();
        Token word = reader.lexed().as(counts.get().keyword().type(), tokens.get(1), tokens.get(behind - 1));
        List<Token> read = new ArrayList<>(List.of(tokens.get(0), word));
        read.addAll(tokens.subList(behind, tokens.size()));
        MilestoneWord.Kind kind = counts.get().keyword() == Keyword.HIGHEST_MILESTONE
                ? MilestoneWord.Kind.HIGHEST
                : MilestoneWord.Kind.LAST_WITHOUT_GAP;
        return reader.expression(read, 2, ExpressionWords.Mode.PLAIN, KpiGrammarParser::milestoneActual)
                .map(context -> new KpiClause.ActualClause(
                        statement.span(),
                        Optional.of(new MilestoneWord(reader.lexed().span(word), kind)),
                        reader.expressions().steps(context.step())));
    }
}
