package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.PointGate;
import kpi.dsl.syntax.PointGroup;
import kpi.dsl.syntax.PointItem;
import kpi.dsl.syntax.PointItem.Cap;
import kpi.source.Span;
import org.antlr.v4.runtime.Token;

/** The lines of a points rule. */
final class PointsBuilder {
    /** Lines that stand for the whole rule. */
    private static final Set<Keyword> GROUPLESS = EnumSet.of(Keyword.POINT_GROUP, Keyword.POINT_TOTAL);

    private final Reader reader;
    private final List<PointGroup> groups = new ArrayList<>();
    private final List<PointGate> gates = new ArrayList<>();
    private final List<Cap> total = new ArrayList<>();

    PointsBuilder(Reader reader) {
        this.reader = reader;
    }

    KpiClause points(Statement statement) {
        List<PointItem> items = new ArrayList<>();
        reader.refuseWords(statement);
        reader.needBlock(statement).ifPresent(block -> {
            for (Statement line : block.statements()) {
                line(line, items);
            }
        });
        return new KpiClause.PointsClause(statement.span(), items, groups, gates, total);
    }

    private void line(Statement line, List<PointItem> items) {
        if (line.keyword().isEmpty()) {
            UnknownWord.report(reader, Context.POINTS, line);
            return;
        }
        Keyword word = line.keyword().get();
        if (word == Keyword.POINT_GROUP) {
            group(line, items);
            return;
        }
        reader.refuseBlock(line);
        if (word == Keyword.POINT_TOTAL) {
            total(line);
        } else if (word == Keyword.GATE) {
            gate(line).ifPresent(gates::add);
        } else {
            item(line).ifPresent(items::add);
        }
    }

    private void group(Statement statement, List<PointItem> items) {
        Optional<KpiGrammarParser.PointGroupContext> head = reader.expression(
                reader.tokens(statement), 2, ExpressionWords.Mode.LIMITS, KpiGrammarParser::pointGroup);
        List<PointItem> lines = new ArrayList<>();
        reader.needBlock(statement).ifPresent(block -> {
            for (Statement line : block.statements()) {
                Optional<Keyword> word = line.keyword();
                if (word.isPresent() && word.get().slot() != Slot.POINTS
                        || word.filter(GROUPLESS::contains).isPresent()) {
                    outsideGroups(line);
                } else {
                    line(line, lines);
                }
            }
        });
        if (head.isPresent()) {
            List<Cap> caps = new ArrayList<>();
            head.get().limit().forEach(limit -> caps.add(limit(limit)));
            Label label = reader.nodes().label(head.get().TEXT());
            groups.add(new PointGroup(statement.span(), label, caps, lines));
        }
        items.addAll(lines);
    }

    /** A group, a gate and the total stand for the whole rule. */
    private void outsideGroups(Statement line) {
        Span word = reader.lexed().span(line.first());
        reader.problems().add(Problem.of(SyntaxCode.NOT_IN_GROUP, word).with("word", word.text()));
    }

    private void total(Statement line) {
        reader.expression(reader.tokens(line), 1, ExpressionWords.Mode.LIMITS, KpiGrammarParser::pointTotal)
                .ifPresent(context -> context.limit().forEach(limit -> total.add(limit(limit))));
    }

    private Cap limit(KpiGrammarParser.LimitContext context) {
        return cap(
                reader.nodes().span(context),
                false,
                context.AT_MOST() != null,
                reader.expressions().value(context.value()),
                Optional.ofNullable(context.ofWhole()));
    }

    private Optional<PointGate> gate(Statement line) {
        NodeRuleBuilder rules = new NodeRuleBuilder(reader);
        if (Otherwise.lacks(reader, line, true)) {
            return Optional.empty();
        }
        if (rules.hasCondition(line)) {
            return rules.gateWithCondition(line)
                    .map(gate -> new PointGate(
                            line.span(), List.of(), Optional.empty(), gate.condition(), gate.otherwise()));
        }
        return reader.series(line, SeriesWords.Kind.GATE, KpiGrammarParser::pointGate)
                .map(context -> new PointGate(
                        line.span(),
                        context.TEXT().stream().map(reader.nodes()::label).toList(),
                        Optional.of(reader.nodes().figure(context.FIGURE())),
                        Optional.empty(),
                        rules.shut(context.shut())));
    }

    private Optional<PointItem> allotted(Statement line) {
        return reader.expression(reader.tokens(line), 1, ExpressionWords.Mode.POINTS, KpiGrammarParser::allottedItem)
                .map(context -> {
                    boolean conditional = context.WHEN() != null;
                    List<Cap> caps = new ArrayList<>();
                    context.cap().forEach(cap -> caps.add(cap(cap)));
                    return new PointItem(
                            line.span(),
                            PointItem.Kind.ALLOTTED,
                            Optional.of(reader.nodes().label(context.TEXT())),
                            Optional.empty(),
                            Optional.empty(),
                            conditional ? Optional.of(reader.expressions().value(context.value(1))) : Optional.empty(),
                            Optional.of(reader.expressions().value(context.value(0))),
                            reader.expressions().value(context.value(conditional ? 2 : 1)),
                            caps);
                });
    }

    private Optional<PointItem> item(Statement line) {
        if (line.keyword().filter(Keyword.ALLOTTED::equals).isPresent()) {
            return allotted(line);
        }
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
                Optional.empty(),
                reader.expressions().value(context.value()),
                caps);
    }

    private Cap cap(KpiGrammarParser.CapContext context) {
        Token comma = context.getStart();
        Span span = reader.nodes().span(context);
        Span words = span.source().span(comma.getStopIndex() + 1, span.end());
        if (context instanceof KpiGrammarParser.CapOnEachContext each) {
            Expression amount = reader.expressions().value(each.value());
            return cap(words, true, each.EACH_AT_MOST() != null, amount, Optional.empty());
        }
        if (context instanceof KpiGrammarParser.CapInAllContext all) {
            Expression amount = reader.expressions().value(all.value());
            return cap(words, false, all.ALL_AT_MOST() != null, amount, Optional.ofNullable(all.ofWhole()));
        }
        KpiGrammarParser.TrailingCapContext trailing = (KpiGrammarParser.TrailingCapContext) context;
        boolean most = trailing.AT_MOST() != null;
        if (trailing.EACH() == null && trailing.IN_ALL() == null && trailing.ofWhole() == null) {
            bare(trailing, words);
        }
        Expression amount = reader.expressions().value(trailing.value());
        return cap(words, trailing.EACH() != null, most, amount, Optional.ofNullable(trailing.ofWhole()));
    }

    private Cap cap(
            Span span, boolean each, boolean most, Expression amount, Optional<KpiGrammarParser.OfWholeContext> whole) {
        return new Cap(
                span,
                each ? Cap.Scope.EACH : Cap.Scope.IN_ALL,
                most ? Cap.Bound.AT_MOST : Cap.Bound.AT_LEAST,
                amount,
                whole.map(this::whole));
    }

    /** The total that a bonus is part of cannot limit it: which points are meant must be said. */
    private Cap.Whole whole(KpiGrammarParser.OfWholeContext context) {
        if (context.OF_TOTAL() != null) {
            Span words = reader.nodes().span(context);
            boolean chinese = Character.isIdeographic(words.text().codePointAt(0));
            reader.problems()
                    .add(Problem.of(SyntaxCode.SHARE_OF_TOTAL, words)
                            .with("text", words.text())
                            .edit(words, chinese ? "以總配分計" : "of the allotted points")
                            .edit(words, chinese ? "以其他得分計" : "of the other points"));
        }
        return context.OF_OTHERS() != null ? Cap.Whole.OTHERS : Cap.Whole.ALLOTTED;
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
