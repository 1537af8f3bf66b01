package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expectation;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Figure;
import kpi.dsl.syntax.Given;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MeasureWord;
import kpi.dsl.syntax.PeriodWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.source.Span;

/** Examples: what is given, what is expected. */
final class ExampleBuilder {
    private final Reader reader;
    private final Nodes nodes;

    ExampleBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    KpiClause example(Span span, KpiGrammarParser.ExampleContext context) {
        List<Given> givens = new ArrayList<>();
        context.given().forEach(given -> givens.addAll(given(given)));
        List<Expectation> expectations = new ArrayList<>();
        context.expectation().forEach(expectation -> expectations.add(expectation(expectation)));
        return new KpiClause.ExampleClause(
                span,
                nodes.optionalLabel(context.TEXT()),
                Optional.ofNullable(context.PERIOD()).map(nodes::period),
                givens,
                expectations);
    }

    private List<Given> given(KpiGrammarParser.GivenContext context) {
        Span span = nodes.span(context);
        QualifiedName name = name(context.givenName());
        if (!context.givenOfPeriod().isEmpty()) {
            return inPeriods(span, name, context.givenOfPeriod());
        }
        if (context.FIGURE() != null) {
            return List.of(new Given.GivenInput(span, name, nodes.figure(context.FIGURE())));
        }
        if (context.literal() != null) {
            return List.of(new Given.GivenLiteral(span, name, literal(context.literal())));
        }
        if (context.NO_VALUE() != null) {
            return List.of(new Given.GivenMissing(span, name));
        }
        return List.of(rows(span, name, Optional.empty(), context.givenRows()));
    }

    private List<Given> inPeriods(
            Span span, QualifiedName name, List<KpiGrammarParser.GivenOfPeriodContext> ofPeriods) {
        List<Given> givens = new ArrayList<>();
        List<Given.OfPeriod> figures = new ArrayList<>();
        for (KpiGrammarParser.GivenOfPeriodContext each : ofPeriods) {
            PeriodWord period = nodes.period(each.PERIOD());
            if (each.givenRows() != null) {
                givens.add(rows(nodes.span(each), name, Optional.of(period), each.givenRows()));
            } else {
                figures.add(new Given.OfPeriod(
                        nodes.span(each),
                        period,
                        Optional.ofNullable(each.FIGURE()).map(nodes::figure)));
            }
        }
        if (!figures.isEmpty()) {
            givens.add(0, new Given.GivenInPeriods(span, name, figures));
        }
        return givens;
    }

    private Given rows(
            Span span, QualifiedName name, Optional<PeriodWord> period, KpiGrammarParser.GivenRowsContext context) {
        List<Given.GivenCell> cells = new ArrayList<>();
        context.cell().forEach(cell -> cells.add(cell(cell)));
        return new Given.GivenRows(span, name.name(), period, count(nodes.span(context.COUNT())), cells);
    }

    private QualifiedName name(KpiGrammarParser.GivenNameContext context) {
        if (context.qualifiedName() != null) {
            return nodes.qualifiedName(context.qualifiedName());
        }
        Span span = nodes.span(context);
        String id = context.WORD(0).getText() + "." + context.WORD(1).getText();
        return new QualifiedName(span, new Id(span, id, false), Optional.empty());
    }

    private Expression literal(KpiGrammarParser.LiteralContext context) {
        Span span = nodes.span(context);
        if (context.DATE() != null) {
            return new Expression.DateLiteral(span, span.text());
        }
        return context.TEXT() != null
                ? new Expression.TextLiteral(span, nodes.label(context.TEXT()).text())
                : new Expression.TruthLiteral(span, context.YES() != null);
    }

    private int count(Span span) {
        String digits = Folding.narrow(span.text()).replaceAll("[^0-9]", "");
        if (digits.length() <= 9) {
            return Integer.parseInt(digits);
        }
        reader.problems().add(Problem.of(SyntaxCode.BAD_WHOLE_NUMBER, span).with("text", span.text()));
        return 0;
    }

    Given.GivenCell cell(KpiGrammarParser.CellContext context) {
        Expression value;
        if (context.FIGURE() != null) {
            Span figure = nodes.span(context.FIGURE());
            value = new Expression.NumberLiteral(figure, figure.text());
        } else {
            value = literal(context.literal());
        }
        return new Given.GivenCell(nodes.span(context), nodes.id(context.name()), value);
    }

    private Expectation expectation(KpiGrammarParser.ExpectationContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.ExpectedVerdictContext verdict) {
            return new Expectation.ExpectVerdict(span, verdict.IS_ATTAINED() != null);
        }
        if (context instanceof KpiGrammarParser.ExpectedDefinitionContext definition) {
            return new Expectation.ExpectDefinition(
                    span, nodes.qualifiedName(definition.qualifiedName()), nodes.figure(definition.FIGURE()));
        }
        if (context instanceof KpiGrammarParser.ExpectedMissingContext missing) {
            Optional<QualifiedName> name =
                    Optional.ofNullable(missing.qualifiedName()).map(nodes::qualifiedName);
            return missing.NO_RESULT() == null
                    ? new Expectation.ExpectMissing(span, name)
                    : new Expectation.ExpectUndefined(span, name);
        }
        if (context instanceof KpiGrammarParser.ExpectedRankContext rank) {
            return new Expectation.ExpectRank(span, nodes.figure(rank.FIGURE()));
        }
        if (context instanceof KpiGrammarParser.ExpectedGradeContext grade) {
            Label label = grade.TEXT() != null
                    ? nodes.label(grade.TEXT())
                    : new Label(span, nodes.id(grade.name()).spelling());
            return new Expectation.ExpectGrade(span, label);
        }
        KpiGrammarParser.ExpectedFigureContext expected = (KpiGrammarParser.ExpectedFigureContext) context;
        MeasureWord what = expected.measure() == null ? MeasureWord.ACTUAL : SeriesBuilder.measure(expected.measure());
        if (expected.EQ() == null) {
            if (expected.FIGURE().size() > 1) {
                Span end = span.source().span(span.end(), span.end());
                reader.problems().add(Problem.of(SyntaxCode.UNEXPECTED_END, end).with("expected", "="));
            }
            return new Expectation.ExpectFigure(span, what, nodes.figure(expected.FIGURE(0)));
        }
        return sum(span, expected);
    }

    private Expectation sum(Span span, KpiGrammarParser.ExpectedFigureContext context) {
        List<Expectation.SignedFigure> terms = new ArrayList<>();
        int figures = context.FIGURE().size();
        boolean negative = false;
        for (int i = 0; i < context.getChildCount() && terms.size() < figures - 1; i++) {
            if (context.getChild(i) instanceof org.antlr.v4.runtime.tree.TerminalNode node) {
                if (node.getSymbol().getType() == KpiGrammarParser.FIGURE) {
                    Figure figure = nodes.figure(node);
                    terms.add(new Expectation.SignedFigure(figure.span(), negative, figure));
                } else {
                    negative = node.getSymbol().getType() == KpiGrammarParser.MINUS;
                }
            }
        }
        return new Expectation.ExpectSum(span, terms, nodes.figure(context.FIGURE(figures - 1)));
    }
}
