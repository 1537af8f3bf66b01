package kpi.dsl.parser;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Given;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.LawForm;
import kpi.dsl.syntax.LawForm.Claim;
import kpi.dsl.syntax.LawForm.LawChange;
import kpi.dsl.syntax.LawForm.LawName;
import kpi.dsl.syntax.MeasureWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.source.Span;

/** Laws (檢核): closed forms, whatever the order in which they are written. */
final class LawBuilder {
    private final Reader reader;
    private final Nodes nodes;

    LawBuilder(Reader reader) {
        this.reader = reader;
        this.nodes = reader.nodes();
    }

    Optional<KpiClause> laws(Statement statement) {
        return LawWords.of(reader.lexed(), reader.tokens(statement), reader.unitWords(), reader.problems())
                .flatMap(words -> reader.grammar()
                        .parse(reader.lexed(), words, Grammar.Kind.SERIES, KpiGrammarParser::laws, reader.problems()))
                .map(context -> {
                    List<LawForm> forms = new ArrayList<>();
                    context.law().forEach(law -> form(law).ifPresent(forms::add));
                    return new KpiClause.LawClause(statement.span(), forms);
                });
    }

    private Optional<LawForm> form(KpiGrammarParser.LawContext context) {
        if (context instanceof KpiGrammarParser.BoundedLawContext bounded) {
            return Optional.of(within(bounded));
        }
        if (context instanceof KpiGrammarParser.ClaimFirstContext first) {
            return when(nodes.span(first), first.lawClaim(), first.lawChange());
        }
        KpiGrammarParser.ChangeFirstContext change = (KpiGrammarParser.ChangeFirstContext) context;
        return when(nodes.span(change), change.lawClaim(), change.lawChange());
    }

    private LawForm within(KpiGrammarParser.BoundedLawContext context) {
        KpiGrammarParser.LawBoundsContext bounds = context.lawBounds();
        boolean least = bounds.LAW_AT_MOST() == null;
        boolean most = bounds.LAW_AT_LEAST() == null;
        int last = bounds.FIGURE().size() - 1;
        return new LawForm.Within(
                nodes.span(context),
                SeriesBuilder.measure(context.measure()),
                least ? Optional.of(nodes.figure(bounds.FIGURE(0))) : Optional.empty(),
                most ? Optional.of(nodes.figure(bounds.FIGURE(last))) : Optional.empty());
    }

    private Optional<LawForm> when(
            Span span, KpiGrammarParser.LawClaimContext claim, KpiGrammarParser.LawChangeContext change) {
        int type = claim.getStart().getType();
        MeasureWord what = switch (type) {
            case KpiGrammarParser.ATTAINMENT_NEVER_FALLS,
                    KpiGrammarParser.ATTAINMENT_NEVER_RISES,
                    KpiGrammarParser.ATTAINMENT_UNCHANGED -> MeasureWord.ATTAINMENT;
            default -> MeasureWord.ACTUAL;
        };
        Claim claims = switch (type) {
            case KpiGrammarParser.ACTUAL_NEVER_FALLS, KpiGrammarParser.ATTAINMENT_NEVER_FALLS -> Claim.NEVER_FALLS;
            case KpiGrammarParser.ACTUAL_NEVER_RISES, KpiGrammarParser.ATTAINMENT_NEVER_RISES -> Claim.NEVER_RISES;
            default -> Claim.UNCHANGED;
        };
        return change(change).map(read -> new LawForm.When(span, what, claims, nodes.span(claim), read));
    }

    private Optional<LawChange> change(KpiGrammarParser.LawChangeContext context) {
        Span span = nodes.span(context);
        if (context instanceof KpiGrammarParser.StepsAgainContext) {
            return Optional.of(new LawChange.StepsAgain(span));
        }
        if (context instanceof KpiGrammarParser.RowsReorderedContext reordered) {
            return Optional.of(new LawChange.Reorder(span, nodes.id(reordered.name())));
        }
        if (context instanceof KpiGrammarParser.RowAddedContext added) {
            return Optional.of(new LawChange.AddRow(
                    span, nodes.id(added.name()), added.lawCells() == null ? List.of() : cells(added.lawCells())));
        }
        KpiGrammarParser.NamesFirstContext first = (KpiGrammarParser.NamesFirstContext) context;
        List<LawName> names = new ArrayList<>();
        first.lawName().forEach(name -> names.add(name(name)));
        if (first.LAW_RISES() != null) {
            return Optional.of(new LawChange.Rise(span, names));
        }
        if (first.LAW_SCALED() != null) {
            return Optional.of(new LawChange.Scale(span, names));
        }
        Optional<Id> table = table(names);
        if (first.LAW_REORDERED() != null) {
            return table.map(id -> new LawChange.Reorder(span, id));
        }
        List<Given.GivenCell> cells = first.lawCells() == null ? List.of() : cells(first.lawCells());
        return table.map(id -> new LawChange.AddRow(span, id, cells));
    }

    /** The one dataset that rows are of. */
    private Optional<Id> table(List<LawName> names) {
        LawName odd = names.get(names.size() - 1);
        if (names.size() > 1
                || odd.table().isPresent()
                || odd.name().qualifier().isPresent()) {
            reader.problems()
                    .add(Problem.of(SyntaxCode.UNEXPECTED, odd.span())
                            .with("found", odd.span())
                            .with("expected", new kpi.diagnostic.LocalText("一個資料表", "one dataset")));
            return Optional.empty();
        }
        return Optional.of(odd.name().name());
    }

    private LawName name(KpiGrammarParser.LawNameContext context) {
        Span span = nodes.span(context);
        if (context.qualifiedName() != null) {
            return new LawName(span, Optional.empty(), nodes.qualifiedName(context.qualifiedName()));
        }
        Span column = nodes.span(context.WORD(1));
        Id table = new Id(nodes.span(context.WORD(0)), context.WORD(0).getText(), false);
        Id inner = new Id(column, context.WORD(1).getText(), false);
        return new LawName(span, Optional.of(table), new QualifiedName(column, inner, Optional.empty()));
    }

    private List<Given.GivenCell> cells(KpiGrammarParser.LawCellsContext context) {
        ExampleBuilder examples = new ExampleBuilder(reader);
        List<Given.GivenCell> cells = new ArrayList<>();
        context.cell().forEach(cell -> cells.add(examples.cell(cell)));
        return cells;
    }
}
