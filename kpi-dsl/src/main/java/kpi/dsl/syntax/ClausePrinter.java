package kpi.dsl.syntax;

import java.util.List;
import java.util.stream.Collectors;

/** Prints the clauses of a KPI, one line each, what varies by period on lines below. */
final class ClausePrinter implements KpiClause.Visitor<Void> {
    private final SyntaxPrinter printer;

    ClausePrinter(SyntaxPrinter printer) {
        this.printer = printer;
    }

    private Void line(Object... words) {
        printer.line(words);
        return null;
    }

    @Override
    public Void visitOwner(KpiClause.Owner clause) {
        return line("owner", clause.owner());
    }

    @Override
    public Void visitAuthority(KpiClause.Authority clause) {
        return line("authority", clause.authority());
    }

    @Override
    public Void visitPrintedText(KpiClause.PrintedText clause) {
        return line("printed", clause.text());
    }

    @Override
    public Void visitNote(KpiClause.Note clause) {
        return line("note", clause.text());
    }

    @Override
    public Void visitSource(KpiClause.Source clause) {
        return line("source", clause.text());
    }

    @Override
    public Void visitInputs(KpiClause.Inputs clause) {
        for (InputDeclaration input : clause.inputs()) {
            printer.begin("input", input.name(), input.aliases().isEmpty() ? "" : "also", input.aliases());
            printer.more(input.unit().map(unit -> "in " + unit.text())).end();
            printer.inside(() -> input.series().forEach(this::entry));
        }
        return null;
    }

    private void entry(Entry entry) {
        Attributes said = entry.attributes();
        printer.begin(entry.period(), entry.figure(), entry.missing(), entry.reached());
        printer.more(said.coversTo().map(date -> "as of " + date.text()));
        printer.more(said.knownOn().map(date -> "known on " + date.text()));
        printer.more(said.basis().map(basis -> "basis " + basis.spelling()));
        printer.more(said.provisional().map(provisional -> provisional ? "provisional" : "final"));
        printer.more(said.note()).end();
    }

    @Override
    public Void visitTables(KpiClause.Tables clause) {
        clause.tables().forEach(table -> table.accept(printer));
        return null;
    }

    @Override
    public Void visitDefinition(KpiClause.Definition clause) {
        printer.begin("define", clause.name()).expression("=", clause.value()).end();
        return null;
    }

    @Override
    public Void visitDefine(KpiClause.Define clause) {
        return clause.declaration().accept(printer);
    }

    @Override
    public Void visitFormula(KpiClause.FormulaClause clause) {
        printer.begin().expression("formula", clause.value()).end();
        return null;
    }

    @Override
    public Void visitMissing(KpiClause.MissingClause clause) {
        printer.begin(clause.kind(), clause.names());
        if (clause.policy() instanceof MissingPolicy.Instead instead) {
            printer.expression("as", instead.value());
        } else if (clause.policy() instanceof MissingPolicy.NotApplicable stated) {
            printer.more("not applicable", stated.reason());
        } else {
            printer.more("leave out");
        }
        printer.end();
        return null;
    }

    @Override
    public Void visitUnit(KpiClause.UnitClause clause) {
        return line("unit", clause.unit(), clause.shownIn().map(unit -> "shown in " + unit.text()));
    }

    @Override
    public Void visitActual(KpiClause.ActualClause clause) {
        printer.begin("actual", clause.milestone().map(MilestoneWord::kind))
                .steps(clause.steps())
                .end();
        return null;
    }

    @Override
    public Void visitDirection(KpiClause.DirectionClause clause) {
        printer.begin("direction", clause.direction());
        clause.when()
                .ifPresent(when -> printer.expression("when", when.condition()).more("otherwise", when.otherwise()));
        clause.tolerance()
                .ifPresent(
                        within -> printer.more("within", within.figure()).more(within.ofTarget() ? "of target" : ""));
        printer.more(clause.withoutTarget() ? "without target" : "").end();
        return null;
    }

    @Override
    public Void visitTarget(KpiClause.TargetClause clause) {
        line("target");
        printer.inside(() -> clause.entries().forEach(this::target));
        return null;
    }

    private void target(TargetEntry entry) {
        printer.begin(entry.period(), entry.relation());
        if (entry.computed().isPresent()) {
            printer.expression("by", entry.computed().get());
        } else {
            printer.more(entry.figure().map(Figure::text).orElse("none printed"));
            printer.more(entry.upper().map(upper -> "to " + upper.text()));
        }
        entry.reason().ifPresent(reason -> printer.more("because", reason));
        printer.end();
    }

    @Override
    public Void visitReported(KpiClause.ReportedClause clause) {
        line("reported", clause.replacesFormula().map(reason -> "replaces the formula \"" + reason.text() + "\""));
        printer.inside(() -> clause.entries().forEach(this::entry));
        return null;
    }

    @Override
    public Void visitReportedFile(KpiClause.ReportedFile clause) {
        line("reported from", clause.replacesFormula().map(reason -> "replaces the formula \"" + reason.text() + "\""));
        printer.inside(() -> clause.files().forEach(file -> line("file", file.text())));
        return null;
    }

    @Override
    public Void visitAttainment(KpiClause.AttainmentClause clause) {
        printer.begin("attainment");
        method(clause.method());
        printer.steps(clause.steps()).end();
        printer.inside(() -> {
            if (clause.method() instanceof AttainmentWord.Banded banded) {
                banded.credits().forEach(this::credit);
            }
            clause.cases().forEach(each -> {
                printer.begin("case").expression("when", each.condition()).more(":");
                method(each.method());
                printer.steps(each.steps()).end();
            });
        });
        return null;
    }

    private void credit(AttainmentWord.Banded.Credit credit) {
        printer.begin("band", credit.worth()).more(credit.upper().map(upper -> "to " + upper.text()));
        credit.band().edges().forEach(edge -> printer.more(edge.side(), edge.figure()));
        printer.end();
    }

    /** Methods do not nest deeper than the two of {@code best of}. */
    private void method(AttainmentWord method) {
        if (method instanceof AttainmentWord.ByFormula formula) {
            printer.expression("", formula.value());
        } else if (method instanceof AttainmentWord.Between between) {
            printer.more(between.kind()).expression("from", between.from()).expression("to", between.to());
        } else if (method instanceof AttainmentWord.Standard standard) {
            printer.more(standard.achievement() ? "achievement" : "improvement");
        } else if (method instanceof AttainmentWord.BestOf best) {
            printer.more("best of");
            method(best.first());
            printer.more("and");
            method(best.second());
        } else if (method instanceof AttainmentWord.Banded banded) {
            printer.more("bands");
            banded.by().ifPresent(by -> printer.expression("by", by));
        } else if (method instanceof AttainmentWord.Closeness) {
            printer.more("closeness");
        } else if (method instanceof AttainmentWord.None) {
            printer.more("undefined");
        } else {
            printer.more("yes/no");
        }
    }

    @Override
    public Void visitLevel(KpiClause.LevelClause clause) {
        line(clause.level());
        printer.inside(() -> clause.entries().forEach(this::level));
        return null;
    }

    private void level(LevelEntry entry) {
        printer.begin(entry.period());
        entry.figure().ifPresent(printer::more);
        entry.computed().ifPresent(by -> printer.expression("by", by));
        printer.end();
    }

    @Override
    public Void visitAttained(KpiClause.AttainedClause clause) {
        AttainedRule rule = clause.rule();
        if (rule instanceof AttainedRule.WhenActualMeetsTarget) {
            line("attained when actual meets target");
        } else if (rule instanceof AttainedRule.WhenAttainment when) {
            printer.begin("attained").expression("when", when.condition()).end();
        } else if (rule instanceof AttainedRule.Asserted asserted) {
            line("attained", asserted.period(), "asserted", asserted.reason());
        }
        return null;
    }

    @Override
    public Void visitGrade(KpiClause.GradeClause clause) {
        line("grade", clause.by().map(by -> "by"), clause.by());
        printer.inside(() -> clause.bands().forEach(band -> {
            printer.begin("band", band.label());
            band.edges().forEach(edge -> printer.more(edge.side(), edge.figure()));
            printer.end();
        }));
        return null;
    }

    @Override
    public Void visitLight(KpiClause.LightClause clause) {
        line("light", clause.by().map(by -> "by"), clause.by());
        printer.inside(() -> clause.lamps().forEach(lamp -> {
            printer.begin("lamp", lamp.band().label(), lamp.word(), lamp.shape());
            lamp.band().edges().forEach(edge -> printer.more(edge.side(), edge.figure()));
            printer.end();
        }));
        return null;
    }

    @Override
    public Void visitRank(KpiClause.RankClause clause) {
        printer.begin("rank", clause.by().map(by -> "by"), clause.by());
        printer.more(clause.within().isEmpty() ? "" : "within", clause.within());
        clause.where().ifPresent(where -> printer.expression("where", where));
        printer.more(clause.highestFirst() ? "highest first" : "lowest first", "ties", clause.ties())
                .end();
        return null;
    }

    @Override
    public Void visitPoints(KpiClause.PointsClause clause) {
        line("points");
        printer.inside(() -> {
            int next = 0;
            for (PointGroup group : clause.groups()) {
                int from = group.items().isEmpty()
                        ? next
                        : clause.items().indexOf(group.items().get(0));
                clause.items().subList(next, from).forEach(this::item);
                printer.begin("group", group.label());
                group.caps().forEach(this::cap);
                printer.end();
                printer.inside(() -> group.items().forEach(this::item));
                next = from + group.items().size();
            }
            clause.items().subList(next, clause.items().size()).forEach(this::item);
            clause.gates().forEach(this::gate);
            if (!clause.total().isEmpty()) {
                printer.begin("total");
                clause.total().forEach(this::cap);
                printer.end();
            }
        });
        return null;
    }

    private void gate(PointGate gate) {
        printer.begin("gate", gate.parts());
        gate.least().ifPresent(least -> printer.more("at least", least));
        gate.condition().ifPresent(when -> printer.expression("when", when));
        printer.more(
                        "otherwise",
                        gate.otherwise().kind(),
                        gate.otherwise().limit(),
                        gate.otherwise().grade())
                .end();
    }

    private void item(PointItem item) {
        printer.begin(item.kind(), item.label(), item.eachTable().map(table -> "each " + table.spelling()));
        item.allotted().ifPresent(worth -> printer.expression("of", worth));
        item.where().ifPresent(where -> printer.expression("where", where));
        item.when().ifPresent(when -> printer.expression("when", when));
        printer.expression(":", item.amount());
        item.caps().forEach(this::cap);
        printer.end();
    }

    private void cap(PointItem.Cap cap) {
        printer.more(",", cap.scope()).expression(bound(cap), cap.amount());
        printer.more(cap.of()
                .map(whole ->
                        whole == PointItem.Cap.Whole.ALLOTTED ? "of the allotted points" : "of the other points"));
    }

    private static String bound(PointItem.Cap cap) {
        return cap.bound() == PointItem.Cap.Bound.AT_MOST ? "at most" : "at least";
    }

    @Override
    public Void visitMilestones(KpiClause.MilestonesClause clause) {
        line("milestones");
        printer.inside(() -> clause.lines().forEach(each -> line(each.share(), each.name(), each.text())));
        return null;
    }

    @Override
    public Void visitRollUp(KpiClause.RollUpClause clause) {
        return line(
                "roll-up",
                clause.rule().method(),
                clause.children().stream().map(KpiClause.RollUpClause.Child::id).toList());
    }

    @Override
    public Void visitPublished(KpiClause.PublishedClause clause) {
        line("published");
        printer.inside(() -> {
            for (PublishedEntry entry : clause.entries()) {
                printer.begin(entry.period(), entry.page());
                entry.figures().forEach(figure -> printer.more(figure.what(), figure.relation(), figure.figure()));
                printer.end();
            }
        });
        return null;
    }

    @Override
    public Void visitPublishedColumn(KpiClause.PublishedColumn clause) {
        return line("published column", clause.column());
    }

    @Override
    public Void visitExample(KpiClause.ExampleClause clause) {
        line("example", clause.title(), clause.period());
        printer.inside(() -> {
            clause.givens().forEach(this::given);
            clause.expectations().forEach(this::expectation);
        });
        return null;
    }

    private void given(Given given) {
        if (given instanceof Given.GivenInput input) {
            line("given", input.name(), "=", input.figure());
        } else if (given instanceof Given.GivenInPeriods series) {
            printer.begin("given", series.name());
            series.figures()
                    .forEach(
                            each -> printer.more(each.period(), each.figure().isPresent() ? each.figure() : "missing"));
            printer.end();
        } else if (given instanceof Given.GivenLiteral literal) {
            printer.begin("given", literal.name())
                    .expression("=", literal.value())
                    .end();
        } else if (given instanceof Given.GivenMissing missing) {
            line("given", missing.name(), "missing");
        } else if (given instanceof Given.GivenRows rows) {
            printer.begin("given", rows.table(), rows.period(), rows.count(), "rows");
            rows.cells().forEach(cell -> printer.more(cell.column()).expression("=", cell.value()));
            printer.end();
        }
    }

    private void expectation(Expectation expectation) {
        if (expectation instanceof Expectation.ExpectFigure figure) {
            line("expect", figure.what(), figure.figure());
        } else if (expectation instanceof Expectation.ExpectDefinition definition) {
            line("expect", definition.name(), definition.figure());
        } else if (expectation instanceof Expectation.ExpectMissing missing) {
            line("expect", missing.name(), "missing");
        } else if (expectation instanceof Expectation.ExpectUndefined undefined) {
            line("expect", undefined.name(), "undefined");
        } else if (expectation instanceof Expectation.ExpectGrade grade) {
            line("expect grade", grade.grade());
        } else if (expectation instanceof Expectation.ExpectRank rank) {
            line("expect rank", rank.place());
        } else if (expectation instanceof Expectation.ExpectVerdict verdict) {
            line("expect", verdict.attained() ? "attained" : "not attained");
        } else if (expectation instanceof Expectation.ExpectSum sum) {
            String terms = sum.terms().stream()
                    .map(term -> (term.negative() ? "- " : "+ ") + term.figure().text())
                    .collect(Collectors.joining(" "));
            line("expect sum", terms, "=", sum.total());
        }
    }

    @Override
    public Void visitVersion(KpiClause.VersionClause clause) {
        line("from", clause.from(), clause.title());
        printer.inside(() -> clause.clauses().forEach(printer::clause));
        return null;
    }

    @Override
    public Void visitNotComparable(KpiClause.NotComparable clause) {
        return line("not comparable:", clause.text());
    }

    @Override
    public Void visitLaw(KpiClause.LawClause clause) {
        clause.laws().forEach(this::law);
        return null;
    }

    private void law(LawForm law) {
        if (law instanceof LawForm.Within within) {
            line("law", within.what(), "from", within.least(), "to", within.most());
            return;
        }
        LawForm.When when = (LawForm.When) law;
        line("law", when.what(), when.claim());
        printer.inside(() -> change(when.change()));
    }

    private void change(LawForm.LawChange change) {
        if (change instanceof LawForm.LawChange.Rise rise) {
            line("when rises", spelled(rise.names()));
        } else if (change instanceof LawForm.LawChange.Scale scale) {
            line("when scaled", spelled(scale.names()));
        } else if (change instanceof LawForm.LawChange.Reorder reorder) {
            line("when reordered", reorder.table());
        } else if (change instanceof LawForm.LawChange.AddRow add) {
            printer.begin("when added", add.table());
            add.cells().forEach(cell -> printer.more(cell.column()).expression("=", cell.value()));
            printer.end();
        } else {
            line("when steps again");
        }
    }

    private static String spelled(List<LawForm.LawName> names) {
        return names.stream().map(LawForm.LawName::spelling).collect(Collectors.joining(", "));
    }

    @Override
    public Void visitBroken(KpiClause.BrokenClause clause) {
        return line("broken", clause.word());
    }
}
