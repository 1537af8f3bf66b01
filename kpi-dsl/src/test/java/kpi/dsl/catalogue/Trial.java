package kpi.dsl.catalogue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import kpi.data.TableSchema;
import kpi.data.TableSource;
import kpi.data.csv.CsvTables;
import kpi.data.csv.InputsCsv;
import kpi.data.csv.RatingsCsv;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Edit;
import kpi.diagnostic.Problem;
import kpi.dsl.KpiCompiler;
import kpi.dsl.catalogue.Entry.Side;
import kpi.result.KpiResult;
import kpi.result.ScorecardResult;
import kpi.run.Evaluation;
import kpi.run.Facts;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.UnitTable;
import kpi.value.Quantity;

/** Runs one side of an entry through the public doors: compile, read the data, evaluate. */
final class Trial {
    /** Sets of codes that are raised before data are read. */
    private static final Set<String> COMPILED_ONLY = Set.of("syntax", "analysis", "review");

    private final List<Path> files;
    private final Side side;
    private final Orders orders;
    private final KpiCompiler compiler;
    private final boolean compilesOnly;

    Trial(Entry entry, Side side) throws IOException {
        this.compilesOnly = COMPILED_ONLY.contains(entry.set());
        this.files = entry.files(side);
        this.side = side;
        this.orders = new Orders(entry.orders());
        this.compiler = KpiCompiler.standard().limits(orders.limits());
    }

    /** Everything that is told on the way. */
    List<Problem> problems() throws IOException {
        return problems(sources());
    }

    /** The same after one edit. */
    List<Problem> after(Edit edit) throws IOException {
        List<Source> edited = new ArrayList<>();
        if (isFormula(sources())) {
            return formula(Source.of("formula", edit.applied()));
        }
        for (Source source : sources()) {
            edited.add(source.equals(edit.range().source()) ? Source.of(source.name(), edit.applied()) : source);
        }
        return problems(edited);
    }

    private List<Source> sources() throws IOException {
        List<Source> sources = new ArrayList<>();
        for (Path file : files) {
            String name = file.getFileName().toString();
            if (name.endsWith(".kpi") || name.endsWith(".formula")) {
                sources.add(Source.read(name, Files.newInputStream(file), StandardCharsets.UTF_8));
            }
        }
        return sources;
    }

    private List<Problem> problems(List<Source> sources) {
        if (isFormula(sources)) {
            return formula(sources.get(0));
        }
        Checked<KpiProgram> compiled = compiler.compile(sources);
        if (compilesOnly || compiled.hasErrors()) {
            return compiled.problems();
        }
        KpiProgram program = compiled.orElseThrow();
        Set<Problem> problems = new LinkedHashSet<>(compiled.problems());
        Checked<Facts> facts = facts(program, problems);
        problems.addAll(facts.problems());
        facts.value().ifPresent(given -> {
            ScorecardResult result = program.evaluate(given, Evaluation.of(orders.period()));
            problems.addAll(result.problems());
            if (orders.rows()) {
                rows(result).forEach(row -> problems.addAll(row.actual().reasons()));
            }
        });
        return List.copyOf(problems);
    }

    private static Stream<KpiResult> rows(ScorecardResult result) {
        return result.kpis().stream().flatMap(kpi -> kpi.groups().stream()).flatMap(groups -> groups.stream());
    }

    private static boolean isFormula(List<Source> sources) {
        return sources.size() == 1 && sources.get(0).name().endsWith(".formula");
    }

    /** Line ends of the file are no part of the formula; every input is 1. */
    private List<Problem> formula(Source source) {
        String text = source.text().strip();
        Checked<Formula> compiled = orders.result()
                .map(unit -> compiler.formula(text, orders.inputs(), unit))
                .orElseGet(() -> compiler.formula(text, orders.inputs()));
        List<Problem> problems = new ArrayList<>(compiled.problems());
        if (!compiled.hasErrors()) {
            var values = new LinkedHashMap<String, Quantity>();
            orders.inputs().forEach((name, unit) -> values.put(name, Quantity.of("1", unit)));
            compiled.orElseThrow().evaluate(values).reasons().forEach(problems::add);
        }
        return problems;
    }

    private Checked<Facts> facts(KpiProgram program, Set<Problem> problems) {
        Facts.Builder facts = program.facts();
        for (Path file : files) {
            String name = file.getFileName().toString();
            CsvTables.Opener opener = () -> Files.newInputStream(file);
            if (name.endsWith(".inputs.csv")) {
                var read = InputsCsv.read(name, opener, orders.format(), program.calendar(), UnitTable.standard());
                problems.addAll(read.problems());
                read.value().ifPresent(facts::addInputs);
            } else if (name.endsWith(".ratings.csv")) {
                var read = RatingsCsv.read(name, opener, orders.format(), program.calendar());
                problems.addAll(read.problems());
                read.value().ifPresent(facts::addRatings);
            }
        }
        for (TableSchema table : program.schema().tables()) {
            List<TableSource> sources = new ArrayList<>();
            for (String wanted : program.schema().files(table.name())) {
                Path file = file(wanted);
                sources.add(
                        CsvTables.of(file.getFileName().toString(), () -> Files.newInputStream(file), orders.format()));
            }
            if (!sources.isEmpty()) {
                facts.table(table.name(), TableSource.joined(sources));
            }
        }
        return facts.build();
    }

    private Path file(String wanted) {
        Path folder = files.get(0).getParent();
        Path shared = folder.resolve("both." + wanted);
        Path own = folder.resolve((side == Side.BAD ? "bad." : "good.") + wanted);
        return Files.exists(own) || !Files.exists(shared) ? own : shared;
    }
}
