package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.KpiClause;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.MissingPolicy;
import kpi.dsl.syntax.MissingWord;
import kpi.dsl.syntax.QualifiedName;
import kpi.function.KpiFunction;
import kpi.model.ColumnTerm;
import kpi.model.DefinitionTerm;
import kpi.model.Facet;
import kpi.model.Fallback;
import kpi.model.InputTerm;
import kpi.model.JoinedColumn;
import kpi.model.JoinedFigure;
import kpi.model.KpiFigure;
import kpi.model.KpiPart;
import kpi.model.LeftOut;
import kpi.model.MissingKind;
import kpi.model.Substitute;
import kpi.model.Term;
import kpi.value.Absence;

/**
 * What the author wrote for names without a value ({@code missing improvement: leave out}). It holds wherever the
 * formulas of the KPI use the name, but for a test whether it is missing.
 */
final class Policies {
    private static final int FUNCTIONS_SHOWN = 6;

    static final Policies NONE = new Policies(Map.of());

    /** What a name is used for. */
    enum Use {
        VALUE,
        /** Among the arguments of a function that takes any number of them. */
        ARGUMENT,
        /** Only asked whether it has a value. */
        TESTED
    }

    private record Written(MissingKind kind, MissingPolicy policy, QualifiedName name) {}

    private final Map<String, List<Written>> byName;
    private final Set<QualifiedName> used = new HashSet<>();

    private Policies(Map<String, List<Written>> byName) {
        this.byName = byName;
    }

    static MissingKind kind(MissingWord word) {
        return switch (word) {
            case MISSING -> MissingKind.MISSING;
            case NOT_REPORTED -> MissingKind.NOT_REPORTED;
            case NOT_APPLICABLE -> MissingKind.NOT_APPLICABLE;
            case MEANINGLESS -> MissingKind.MEANINGLESS;
            case NOT_YET_RELEASED -> MissingKind.NOT_YET_RELEASED;
            case UNDEFINED -> MissingKind.UNDEFINED;
        };
    }

    /** The policies of a version; two that would both hold are reported. */
    static Policies of(List<KpiClause.MissingClause> clauses, Symbols symbols, Reporter reporter) {
        Map<String, List<Written>> byName = new LinkedHashMap<>();
        for (KpiClause.MissingClause clause : clauses) {
            for (QualifiedName name : clause.names()) {
                String declared = symbols.input(name.spelling())
                        .map(input -> input.name())
                        .orElse(name.spelling());
                Written written = new Written(kind(clause.kind()), clause.policy(), name);
                List<Written> others = byName.computeIfAbsent(CanonicalName.of(declared), any -> new ArrayList<>());
                others.stream()
                        .filter(other -> overlap(other.kind(), written.kind()))
                        .findFirst()
                        .ifPresentOrElse(
                                other -> reporter.report(Problem.of(AnalysisCode.TWO_POLICIES, name.span())
                                        .with("name", name.spelling())
                                        .related(other.name().span(), "first-clause")),
                                () -> others.add(written));
            }
        }
        return new Policies(byName);
    }

    private static boolean overlap(MissingKind one, MissingKind other) {
        boolean undefined = one == MissingKind.UNDEFINED || other == MissingKind.UNDEFINED;
        return one == other || !undefined && (one == MissingKind.MISSING || other == MissingKind.MISSING);
    }

    /** The values that may stand in place of a name, so that what they need is known first. */
    List<Expression> replacements(String name) {
        return byName.getOrDefault(CanonicalName.of(name), List.of()).stream()
                .filter(written -> written.policy() instanceof MissingPolicy.Instead)
                .map(written -> ((MissingPolicy.Instead) written.policy()).value())
                .toList();
    }

    /** Reports names that nothing declares; {@code columns} are the cells at hand. */
    void check(Symbols symbols, Set<String> columns, Reporter reporter) {
        for (List<Written> all : byName.values()) {
            for (Written written : all) {
                String name = written.name().spelling();
                if (!symbols.declares(name) && !columns.contains(CanonicalName.of(name))) {
                    Problem.Builder problem = Problem.of(
                                    AnalysisCode.UNKNOWN_NAME, written.name().span())
                            .with("name", name);
                    UnknownNames.suggest(problem, written.name().span(), name, symbols.known());
                    reporter.report(problem);
                } else if (!used.contains(written.name()) && columns.contains(CanonicalName.of(name))) {
                    reporter.report(Problem.of(
                                    AnalysisCode.POLICY_WITHOUT_USE,
                                    written.name().span())
                            .with("name", name));
                }
            }
        }
    }

    /** A name's value, with what was written for it. */
    Term applied(Term reference, Use use, ExpressionAnalysis analysis) {
        List<Written> all = use == Use.TESTED
                ? List.of()
                : byName.getOrDefault(key(reference).orElse(""), List.of());
        Term term = reference;
        all.forEach(written -> used.add(written.name()));
        for (Written written : all) {
            term = replaced(term, written, analysis);
        }
        for (Written written : all) {
            if (written.policy() instanceof MissingPolicy.LeaveOut) {
                if (use == Use.ARGUMENT) {
                    term = new LeftOut(reference.span(), term, written.kind());
                } else {
                    analysis.scope()
                            .reporter()
                            .report(misplaced(
                                    reference, written, analysis.scope().symbols()));
                }
            }
        }
        return term;
    }

    private static Term replaced(Term term, Written written, ExpressionAnalysis analysis) {
        if (written.policy() instanceof MissingPolicy.Instead instead) {
            ExpressionAnalysis plain = new ExpressionAnalysis(analysis.scope().withoutPolicies());
            return plain.analyse(instead.value())
                    .flatMap(by -> plain.operators().fallback(term.span(), term, written.kind(), by))
                    .orElse(term);
        }
        if (written.policy() instanceof MissingPolicy.NotApplicable stated) {
            Substitute as =
                    new Substitute.As(Absence.NOT_APPLICABLE, stated.reason().map(Label::text));
            return new Fallback(term.span(), term, written.kind(), as, term.type());
        }
        return term;
    }

    private static Problem.Builder misplaced(Term reference, Written written, Symbols symbols) {
        return Problem.of(AnalysisCode.LEAVE_OUT_PLACE, reference.span())
                .with("name", written.name().spelling())
                .with("functions", new LocalText(functions(symbols, Language.ZH_TW), functions(symbols, Language.EN)))
                .related(written.policy().span(), "policy");
    }

    private static String functions(Symbols symbols, Language language) {
        return symbols.functions().all().stream()
                .filter(KpiFunction::takesAnyNumber)
                .limit(FUNCTIONS_SHOWN)
                .map(function -> function.name(language))
                .collect(Collectors.joining(language == Language.ZH_TW ? "、" : ", "));
    }

    /** The name by which a reference was declared. */
    private static Optional<String> key(Term reference) {
        if (reference instanceof InputTerm input) {
            return Optional.of(CanonicalName.of(input.input().name()));
        }
        if (reference instanceof DefinitionTerm use) {
            return Optional.of(CanonicalName.of(use.definition().name()));
        }
        if (reference instanceof ColumnTerm column) {
            return Optional.of(CanonicalName.of(column.column()));
        }
        if (reference instanceof JoinedColumn column) {
            return Optional.of(CanonicalName.of(column.column()));
        }
        if (reference instanceof JoinedFigure figure && figure.part().equals(new KpiPart.Figure(Facet.ACTUAL))) {
            return Optional.of(CanonicalName.of(figure.kpi()));
        }
        return reference instanceof KpiFigure figure && figure.facet() == Facet.ACTUAL
                ? Optional.of(CanonicalName.of(figure.kpi()))
                : Optional.empty();
    }
}
