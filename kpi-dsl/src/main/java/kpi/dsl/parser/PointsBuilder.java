package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.PointItem;
import kpi.dsl.syntax.PointItem.Cap;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The lines of a points rule. */
final class PointsBuilder {
    private final Reader reader;

    PointsBuilder(Reader reader) {
        this.reader = reader;
    }

    KpiClause points(Statement statement) {
        List<PointItem> items = new ArrayList<>();
        if (statement.block().isPresent() && statement.head().size() > statement.words()) {
            Token extra = statement.head().get(statement.words());
            reader.problems()
                    .add(Problem.of(SyntaxCode.UNEXPECTED, reader.lexed().span(extra))
                            .with("found", reader.lexed().span(extra))
                            .with("expected", "{"));
        }
        reader.needBlock(statement).ifPresent(block -> {
            for (Statement line : block.statements()) {
                if (line.keyword().isEmpty()) {
                    UnknownWord.report(reader, Context.POINTS, line);
                } else {
                    reader.refuseBlock(line);
                    item(line).ifPresent(items::add);
                }
            }
        });
        return new KpiClause.PointsClause(statement.span(), items);
    }

    private Optional<PointItem> item(Statement line) {
        return reader.expression(reader.tokens(line), 1, ExpressionWords.Mode.POINTS, KpiGrammarParser::pointItem)
                .map(context -> item(line.span(), context));
    }

    private PointItem item(Span span, KpiGrammarParser.PointItemContext context) {
        PointItem.Kind kind = switch (context.getStart().getType()) {
            case KpiGrammarParser.BASE -> PointItem.Kind.BASE;
            case KpiGrammarParser.DEDUCT -> PointItem.Kind.DEDUCT;
            default -> PointItem.Kind.ADD;
        };
        Optional<Id> each = Optional.empty();
        Optional<Expression> where = Optional.empty();
        Optional<Expression> when = Optional.empty();
        if (context.pointCondition() instanceof KpiGrammarParser.EachCaseContext cases) {
            each = Optional.of(reader.nodes().id(cases.name()));
            int next = 0;
            if (cases.WHERE() != null) {
                where = Optional.of(reader.expressions().value(cases.value(next++)));
            }
            if (cases.WHEN() != null) {
                when = Optional.of(reader.expressions().value(cases.value(next)));
            }
        } else if (context.pointCondition() instanceof KpiGrammarParser.OnConditionContext condition) {
            when = Optional.of(reader.expressions().value(condition.value()));
        }
        List<Cap> caps = new ArrayList<>();
        context.cap().forEach(cap -> caps.add(cap(cap)));
        return new PointItem(
                span,
                kind,
                reader.nodes().optionalLabel(context.TEXT()),
                each,
                where,
                when,
                reader.expressions().value(context.value()),
                caps);
    }

    private Cap cap(KpiGrammarParser.CapContext context) {
        Token comma = context.getStart();
        Span span = reader.nodes().span(context);
        Span words = span.source().span(comma.getStopIndex() + 1, span.end());
        if (context instanceof KpiGrammarParser.ScopedCapContext scoped) {
            boolean each = scoped.EACH_AT_MOST() != null || scoped.EACH_AT_LEAST() != null;
            boolean most = scoped.EACH_AT_MOST() != null || scoped.ALL_AT_MOST() != null;
            return cap(words, each, most, reader.expressions().value(scoped.value()));
        }
        KpiGrammarParser.TrailingCapContext trailing = (KpiGrammarParser.TrailingCapContext) context;
        boolean most = trailing.AT_MOST() != null;
        if (trailing.EACH() == null && trailing.IN_ALL() == null) {
            bare(trailing, words);
        }
        return cap(words, trailing.EACH() != null, most, reader.expressions().value(trailing.value()));
    }

    private static Cap cap(Span span, boolean each, boolean most, Expression amount) {
        return new Cap(
                span, each ? Cap.Scope.EACH : Cap.Scope.IN_ALL, most ? Cap.Bound.AT_MOST : Cap.Bound.AT_LEAST, amount);
    }

    /** Both readings as edits, in the language the cap is written in. */
    private void bare(KpiGrammarParser.TrailingCapContext context, Span words) {
        Token bound = (context.AT_MOST() != null ? context.AT_MOST() : context.AT_LEAST()).getSymbol();
        Span keyword = reader.lexed().span(bound);
        Span end = words.source().span(words.end(), words.end());
        Problem.Builder problem =
                Problem.of(SyntaxCode.BARE_CAP, words).with("text", words.text().strip());
        boolean chinese = Character.isIdeographic(keyword.text().codePointAt(0));
        Span before = words.source().span(keyword.start(), keyword.start());
        reader.problems()
                .add(
                        chinese
                                ? problem.edit(before, "每案").edit(before, "合計")
                                : problem.edit(end, " each").edit(end, " in all"));
    }
}
