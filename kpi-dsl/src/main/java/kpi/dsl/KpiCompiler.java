package kpi.dsl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import kpi.diagnostic.Checked;
import kpi.diagnostic.Language;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.diagnostic.ProblemCollector;
import kpi.diagnostic.Severity;
import kpi.dsl.analysis.ProgramAnalysis;
import kpi.dsl.analysis.UnquotedNames;
import kpi.dsl.format.Formatter;
import kpi.dsl.parser.KpiParser;
import kpi.dsl.parser.Parsed;
import kpi.dsl.review.Review;
import kpi.dsl.syntax.SourceFile;
import kpi.function.KpiFunctions;
import kpi.run.Formula;
import kpi.run.KpiProgram;
import kpi.source.Source;
import kpi.unit.KpiUnit;

/**
 * The front door: KPI text to a program, or one formula to a figure.
 *
 * <p>Never throws on any text: problems come back as values, all of them in one run, with their places. A KPI whose text
 * has errors stays in the program as broken and the rest runs; {@link Checked#orElseThrow} is the strict door. Immutable;
 * one serves all threads.
 *
 * <pre>{@code
 * KpiProgram program = KpiCompiler.standard()
 *         .compile(Source.read(Path.of("group-h.kpi"), StandardCharsets.UTF_8))
 *         .orElseThrow();
 * }</pre>
 */
public final class KpiCompiler {
    private static final KpiCompiler STANDARD = new KpiCompiler(Limits.standard(), KpiFunctions.standard());

    private final Limits limits;
    private final KpiFunctions functions;

    private KpiCompiler(Limits limits, KpiFunctions functions) {
        this.limits = Objects.requireNonNull(limits, "limits");
        this.functions = Objects.requireNonNull(functions, "functions");
    }

    /** The compiler with the standard limits and functions. */
    public static KpiCompiler standard() {
        return STANDARD;
    }

    /** The same compiler with other limits; they also bound the program's evaluations. */
    public KpiCompiler limits(Limits other) {
        return new KpiCompiler(other, functions);
    }

    /** The same compiler with other functions. */
    public KpiCompiler functions(KpiFunctions other) {
        return new KpiCompiler(limits, other);
    }

    /** Compiles files together; their order does not matter. */
    public Checked<KpiProgram> compile(Source... files) {
        return compile(List.of(files));
    }

    /**
     * Compiles files together; their order does not matter.
     *
     * <p>At most {@link Limit#PROBLEMS_REPORTED} errors are listed, the rest are counted.
     */
    public Checked<KpiProgram> compile(List<Source> files) {
        return bounded(files.isEmpty() ? Source.of("", "") : files.get(0), () -> compiled(files));
    }

    /** Depth is bounded before anything is typed, but nobody knows how much stack a host has left. */
    private <T> Checked<T> bounded(Source source, Supplier<Checked<T>> work) {
        return bounded(source, limits, work);
    }

    static <T> Checked<T> bounded(Source source, Limits limits, Supplier<Checked<T>> work) {
        try {
            return work.get();
        } catch (StackOverflowError tooDeep) {
            return Checked.failed(KpiParser.tooDeep(source, limits));
        }
    }

    private Checked<KpiProgram> compiled(List<Source> files) {
        ProblemCollector problems = new ProblemCollector(limits);
        List<Problem> unread = new ArrayList<>();
        List<SourceFile> trees = new ArrayList<>();
        for (Source file : files) {
            Parsed<SourceFile> parsed = KpiParser.file(file, limits);
            trees.add(parsed.tree());
            unread.addAll(parsed.problems());
        }
        ProgramAnalysis.Analysed analysed = ProgramAnalysis.analyse(trees, unread, functions, limits);
        List<Problem> all = new ArrayList<>(unread);
        all.addAll(analysed.problems());
        problems.addAll(UnquotedNames.explain(all, trees, limits));
        problems.addAll(Review.of(trees, analysed.model(), problems.hasErrors()));
        List<Problem> found = problems.toList();
        return Checked.of(KpiProgram.of(analysed.model(), found, limits), found);
    }

    /**
     * A file laid out in the one way of {@code kpi fmt}, its keywords each in the language it is written in.
     *
     * <p>Only blanks, line ends, the form of signs, and what the printed {@code × 100} of a percentage is read as
     * ({@code × 100%}) change: names, figures and texts stay as they are, comments stay with their clause. A text that
     * cannot be read is not laid out, its problems come back; one whose layout would not read again is left as it is; names that are declared in other files are no problem
     * here.
     *
     * <p>Example: {@code KpiCompiler.standard().format(Source.of("a.kpi", "kpi A { formula a*b }")).orElseThrow()} is
     * {@code "kpi A { formula a × b }\n"}.
     */
    public Checked<String> format(Source file) {
        return format(file, Optional.empty());
    }

    /** As {@link #format(Source)}, with all keywords in one language. */
    public Checked<String> format(Source file, Language keywords) {
        return format(file, Optional.of(keywords));
    }

    private Checked<String> format(Source file, Optional<Language> keywords) {
        return bounded(file, () -> laidOut(file, keywords));
    }

    private Checked<String> laidOut(Source file, Optional<Language> keywords) {
        Parsed<SourceFile> parsed = KpiParser.file(file, limits);
        Map<Integer, String> readAs = parsed.problems().isEmpty()
                ? PrintedFactors.of(ProgramAnalysis.analyse(List.of(parsed.tree()), List.of(), functions, limits)
                        .model())
                : Map.of();
        Checked<String> laidOut = Formatter.format(file, limits, keywords, LibrarySpellings.of(functions), readAs);
        // Whatever the layout does not know how to keep is better left as its author wrote it.
        return laidOut.value().filter(this::doesNotRead).isPresent()
                ? Checked.of(file.text(), laidOut.problems())
                : laidOut;
    }

    private boolean doesNotRead(String text) {
        return KpiParser.file(Source.of("laid-out", text), limits).problems().stream()
                .anyMatch(problem -> problem.severity() == Severity.ERROR);
    }

    /**
     * A compiler of formulas over these inputs; what they share is kept once, however many formulas there are.
     *
     * @param inputs their names as formulas spell them, qualifiers included, each with its unit
     */
    public FormulaCompiler formulas(Map<String, KpiUnit> inputs) {
        return new FormulaCompiler(inputs, functions, limits);
    }

    /**
     * One formula alone, for a result in this unit.
     *
     * @param text the formula as printed
     * @param inputs its names as it spells them, qualifiers included, each with its unit
     */
    public Checked<Formula> formula(String text, Map<String, KpiUnit> inputs, KpiUnit result) {
        return formulas(inputs).formula(text, result);
    }

    /**
     * One formula alone, for a result in its own unit: a ratio or a percentage as a plain number, money in 元, a count in
     * its label.
     */
    public Checked<Formula> formula(String text, Map<String, KpiUnit> inputs) {
        return formulas(inputs).formula(text);
    }

    /** One condition alone, such as {@code a / b > 50%}: its value is 1 where it holds and 0 where it does not. */
    public Checked<Formula> condition(String text, Map<String, KpiUnit> inputs) {
        return formulas(inputs).condition(text);
    }
}
