package kpi.dsl.syntax;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Prints a tree as indented lines, for people and for golden tests: one line a clause, expressions with every node in
 * brackets under its name. Not the language: see the formatter for that.
 *
 * <p>Example: {@code SyntaxPrinter.print(expression)} gives {@code (multiply (divide a b) 100%)}.
 */
public final class SyntaxPrinter implements Declaration.Visitor<Void> {
    private final StringBuilder out = new StringBuilder();
    private final ExpressionPrinter expressions = new ExpressionPrinter(out);
    private final ClausePrinter clauses = new ClausePrinter(this);
    private int depth;

    private SyntaxPrinter() {}

    /** The whole file; ends with a line break. */
    public static String print(SourceFile file) {
        SyntaxPrinter printer = new SyntaxPrinter();
        file.declarations().forEach(declaration -> declaration.accept(printer));
        return printer.out.toString();
    }

    /** One expression, on one line, without a line break. */
    public static String print(Expression expression) {
        SyntaxPrinter printer = new SyntaxPrinter();
        printer.expressions.print(expression);
        return printer.out.toString();
    }

    SyntaxPrinter line(Object... words) {
        out.append("  ".repeat(depth));
        return more(words).end();
    }

    /** Begins a line that {@link #more} goes on with and {@link #end} closes. */
    SyntaxPrinter begin(Object... words) {
        out.append("  ".repeat(depth));
        return more(words);
    }

    SyntaxPrinter more(Object... words) {
        for (Object word : words) {
            String shown = show(word);
            boolean first = out.length() == 0 || out.charAt(out.length() - 1) == '\n' || atIndentation();
            out.append(first || shown.isEmpty() ? "" : " ").append(shown);
        }
        return this;
    }

    private boolean atIndentation() {
        int lineStart = out.lastIndexOf("\n") + 1;
        return out.substring(lineStart).isBlank();
    }

    SyntaxPrinter end() {
        out.append('\n');
        return this;
    }

    SyntaxPrinter expression(String name, Expression expression) {
        more(name).out.append(' ');
        expressions.print(expression);
        return this;
    }

    SyntaxPrinter steps(List<Step> steps) {
        expressions.print(steps);
        return this;
    }

    void inside(Runnable lines) {
        depth++;
        lines.run();
        depth--;
    }

    private static String show(Object word) {
        if (word instanceof Optional<?> optional) {
            return optional.map(SyntaxPrinter::show).orElse("");
        }
        if (word instanceof Enum<?> constant) {
            return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
        if (word instanceof Label label) {
            return "\"" + label.text() + "\"";
        }
        if (word instanceof Id id) {
            return id.quoted() ? "【" + id.spelling() + "】" : id.spelling();
        }
        if (word instanceof QualifiedName name) {
            return show(name.name())
                    + name.qualifier()
                            .map(bracket -> "(" + bracket.inner() + ")")
                            .orElse("");
        }
        if (word instanceof PeriodWord period) {
            return period.text() + ":";
        }
        if (word instanceof Figure figure) {
            return figure.text();
        }
        if (word instanceof UnitWord unit) {
            return unit.text();
        }
        if (word instanceof DateWord date) {
            return date.text();
        }
        if (word instanceof Cell cell) {
            return cell.text();
        }
        if (word instanceof AbsenceWord absence) {
            return show(absence.kind());
        }
        if (word instanceof List<?> list) {
            return list.stream().map(SyntaxPrinter::show).collect(Collectors.joining(" "));
        }
        return String.valueOf(word);
    }

    @Override
    public Void visitLanguageLevel(Declaration.LanguageLevel level) {
        line("language", level.level());
        return null;
    }

    @Override
    public Void visitCalendar(Declaration.Calendar calendar) {
        line("calendar", calendar.word());
        return null;
    }

    @Override
    public Void visitUnit(Declaration.UnitDeclaration unit) {
        line("unit", unit.name(), unit.equals().map(figure -> "= " + figure.text()));
        return null;
    }

    @Override
    public Void visitDefine(Declaration.DefineDeclaration define) {
        begin("define", define.name(), "(");
        for (Parameter parameter : define.parameters()) {
            more(parameter.name(), parameter.unit().map(unit -> "in " + unit.text()));
        }
        more(")");
        define.validity()
                .ifPresent(validity ->
                        more("from", validity.from(), validity.changed().map(label -> "formula changed")));
        expression("=", define.value()).end();
        return null;
    }

    @Override
    public Void visitLookUp(Declaration.LookUpDeclaration table) {
        begin(table.bands() ? "bands" : "table", table.name(), table.crossed() ? "crossed" : "");
        more(table.firstMatch() ? "first match" : "", table.file().map(file -> "from \"" + file.text() + "\""))
                .end();
        inside(() -> {
            table.keys().forEach(key -> lookUpColumn("key", key));
            lookUpColumn("value", table.value());
            table.rows().forEach(this::row);
        });
        return null;
    }

    private void lookUpColumn(String word, LookUpColumn column) {
        line(word);
        inside(() -> {
            column(column.column());
            column.step()
                    .ifPresent(step -> begin().expression("in steps of", step).end());
        });
    }

    @Override
    public Void visitScorecard(Declaration.ScorecardDeclaration scorecard) {
        line("scorecard", scorecard.id(), scorecard.title(), scorecard.per().map(SyntaxPrinter::per));
        inside(() -> scorecard.items().forEach(this::item));
        return null;
    }

    private void item(ScorecardItem item) {
        if (item instanceof ScorecardItem.Perspective perspective) {
            line("perspective", perspective.name(), weights(perspective.weights()));
            inside(() -> perspective.items().forEach(this::item));
        } else if (item instanceof ScorecardItem.Objective objective) {
            line("objective", objective.id(), objective.name(), weights(objective.weights()));
            inside(() -> objective.items().forEach(this::item));
        } else if (item instanceof ScorecardItem.KpiReference reference) {
            line("kpi", reference.id(), weights(reference.weights()));
        } else if (item instanceof ScorecardItem.Summary summary) {
            line("summary", summary.measures());
        } else if (item instanceof ScorecardItem.Rule rule) {
            clause(rule.clause());
        } else if (item instanceof KpiClause.PublishedClause published) {
            clause(published);
        } else if (item instanceof NodeRule rule) {
            nodeRule(rule);
        }
    }

    private static List<Object> weights(List<WeightEntry> weights) {
        List<Object> words = new ArrayList<>();
        for (WeightEntry weight : weights) {
            words.add(weight.period());
            words.add(weight.figure());
        }
        return words;
    }

    private void nodeRule(NodeRule rule) {
        if (rule instanceof NodeRule.RollUp rollUp) {
            begin("roll-up", rollUp.method(), rollUp.of(), rollUp.dimension());
            rollUp.places()
                    .ifPresent(places -> more(places.highestFirst() ? "highest first" : "lowest first", places.ties()));
            rollUp.formula().ifPresent(formula -> expression("=", formula));
            steps(rollUp.steps()).end();
        } else if (rule instanceof NodeRule.HoldHarmless harmless) {
            line("hold harmless", harmless.children());
        } else if (rule instanceof NodeRule.MissingChild missing) {
            line("missing child", missing.word());
        } else if (rule instanceof NodeRule.Coverage coverage) {
            line("coverage", coverage.least(), coverage.of(), coverage.all());
        } else if (rule instanceof NodeRule.Gate gate) {
            begin("gate");
            gate.every().ifPresent(every -> more("every", every.word(), every.least()));
            gate.condition().ifPresent(condition -> expression("when", condition));
            NodeRule.Shut shut = gate.otherwise();
            more("otherwise", shut.kind(), shut.limit(), shut.grade()).end();
        } else if (rule instanceof NodeRule.Clause clause) {
            clause(clause.clause());
        }
    }

    @Override
    public Void visitKpi(Declaration.KpiDeclaration kpi) {
        line(
                "kpi",
                kpi.id(),
                kpi.title(),
                kpi.aliases().isEmpty() ? "" : "also",
                kpi.aliases(),
                kpi.per().map(SyntaxPrinter::per));
        inside(() -> kpi.clauses().forEach(this::clause));
        return null;
    }

    private static String per(Per per) {
        return per instanceof Per.EachRow row
                ? "per row of " + show(row.table())
                : "per " + show(((Per.EachGroup) per).columns());
    }

    void clause(KpiClause clause) {
        clause.accept(clauses);
    }

    @Override
    public Void visitDataset(Declaration.DatasetDeclaration dataset) {
        line("data", dataset.name(), dataset.period(), dataset.files().isEmpty() ? "" : "from", dataset.files());
        inside(() -> {
            dataset.columns().forEach(this::column);
            dataset.rows().forEach(this::row);
        });
        return null;
    }

    private void column(ColumnDeclaration column) {
        begin("column", column.name(), column.aliases());
        if (column.type() instanceof ColumnTypeWord.UnitType unit) {
            more("unit", unit.unit());
        } else if (column.type() instanceof ColumnTypeWord.NamedType named) {
            more(named.calendar(), named.kind());
        } else if (column.type() instanceof ColumnTypeWord.OneOf oneOf) {
            more("one of", oneOf.values());
        }
        more(column.mayBeMissing() ? "may be missing" : "").end();
    }

    private void row(DataRow row) {
        line("row |" + row.cells().stream().map(Cell::text).collect(Collectors.joining("|")) + "|");
    }

    @Override
    public Void visitDimension(Declaration.DimensionDeclaration dimension) {
        line("dimension", dimension.id(), dimension.title(), dimension.from().map(from -> "from " + from.text()));
        inside(() -> dimension.clauses().forEach(this::dimensionClause));
        return null;
    }

    private void dimensionClause(DimensionClause clause) {
        if (clause instanceof DimensionClause.Scale scale) {
            line("scale", scale.least(), "to", scale.most(), scale.whole() ? "whole" : "");
        } else if (clause instanceof DimensionClause.Rubric rubric) {
            line("rubric");
            inside(() -> rubric.criteria().forEach(this::criterion));
        } else if (clause instanceof DimensionClause.Stage stage) {
            line("stage", stage.id(), stage.title(), "by", stage.count(), stage.scorers(), stage.least());
            inside(() -> stage.rules().forEach(this::stageRule));
        } else if (clause instanceof DimensionClause.Score score) {
            begin("score");
            score.choices().forEach(choice -> more(choice.stage(), choice.provisional() ? "as provisional" : ""));
            end();
        } else if (clause instanceof DimensionClause.ScoreFormula formula) {
            begin().expression("score", formula.value()).end();
        } else if (clause instanceof DimensionClause.Bands bands) {
            scoreBands(bands.bands());
        } else {
            line("broken");
        }
    }

    private void criterion(DimensionClause.Criterion criterion) {
        line("criterion", criterion.name(), criterion.weight());
        inside(() -> criterion.levels().forEach(level -> line(level.least(), "to", level.most(), level.text())));
    }

    private void scoreBands(ScoreBandsWord bands) {
        line("bands");
        inside(() -> bands.bands().forEach(band -> {
            begin("worth", band.worth(), band.level());
            band.band().edges().forEach(edge -> more(edge.side(), edge.figure()));
            end();
        }));
    }

    private void stageRule(StageRule rule) {
        if (rule instanceof StageRule.Scoring scoring) {
            begin(scoring.all() ? "all scorers" : "each scorer", scoring.how())
                    .steps(scoring.steps())
                    .end();
        } else if (rule instanceof StageRule.MissingScorer missing) {
            line("missing a scorer", missing.leaveOut() ? "leave out" : "stage missing");
        } else if (rule instanceof StageRule.AsGiven given) {
            begin("as given");
            given.within().ifPresent(within -> more("within", within.most(), "of", within.stage()));
            more(given.reason() ? "with a reason" : "").end();
        } else if (rule instanceof StageRule.Bands bands) {
            scoreBands(bands.bands());
        } else {
            line("broken");
        }
    }

    @Override
    public Void visitRatings(Declaration.RatingsDeclaration ratings) {
        line("ratings", ratings.period(), ratings.subject(), ratings.source());
        inside(() -> {
            line("header |" + ratings.headers().stream().map(Cell::text).collect(Collectors.joining("|")) + "|");
            ratings.rows().forEach(this::row);
        });
        return null;
    }

    @Override
    public Void visitBroken(Declaration.BrokenDeclaration broken) {
        line("broken");
        return null;
    }
}
