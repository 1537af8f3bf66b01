package kpi.dsl.analysis;

import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.DefineDeclaration;
import kpi.function.KpiFunctions;
import kpi.value.CalendarKind;
import kpi.value.ReportingPeriod;

/**
 * The definitions of all files, at every time at which one of them begins to hold. Each is read once for each of these
 * times, called or not, since what it calls may be another one then.
 */
final class DatedDefines {
    /** What it costs to read all over again for another time; see {@link Defines.Expansion}. */
    private static final int PARTS_READ_AGAIN = 4;

    private final Defines first;
    private final TreeMap<LocalDate, Defines> later = new TreeMap<>();

    private DatedDefines(Defines first) {
        this.first = first;
    }

    /** What the bodies of definitions see. */
    record Around(
            KpiFunctions functions,
            Tables tables,
            Map<String, Symbols.KpiSignature> kpis,
            Literals literals,
            CalendarKind calendar,
            LookUpTables lookUps) {

        private Scope scope(Defines defines, Reporter reporter) {
            return new Scope(
                    new Symbols(functions, tables.schemas(), kpis, defines),
                    literals,
                    calendar,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    new Notes(),
                    reporter);
        }
    }

    static DatedDefines read(List<DefineDeclaration> declared, Around around, Limits limits, Reporter reporter) {
        Set<Problem> problems = new LinkedHashSet<>();
        Defines first = Defines.none(limits, around.lookUps());
        fill(first, declared, around, problems);
        DatedDefines all = new DatedDefines(first);
        for (ReportingPeriod from : first.beginnings(true)) {
            if (!first.expansion().spend(PARTS_READ_AGAIN * declared.size())) {
                problems.add(Problem.of(
                                AnalysisCode.LIMIT_EXPANSION,
                                declared.get(0).name().span())
                        .with("name", declared.get(0).name().spelling())
                        .with("limit", first.expansion().most())
                        .build());
                break;
            }
            Defines then = first.none(Optional.of(from));
            fill(then, declared, around, problems);
            all.later.put(from.first(), then);
        }
        reporter.reportAll(List.copyOf(problems));
        return all;
    }

    private static void fill(Defines defines, List<DefineDeclaration> declared, Around around, Set<Problem> problems) {
        Reporter reporter = new Reporter();
        Scope scope = around.scope(defines, reporter);
        declared.forEach(define -> defines.declare(define, scope, Optional.empty()));
        defines.checkCycles(false, reporter);
        defines.checkValues(false, scope);
        problems.addAll(reporter.problems());
    }

    /** Those in force at a time, for a KPI to add its own to; empty is the beginning of time. */
    Defines at(Optional<ReportingPeriod> period) {
        return period.map(ReportingPeriod::first)
                .flatMap(day -> Optional.ofNullable(later.floorEntry(day)))
                .map(Map.Entry::getValue)
                .orElse(first)
                .copy(period);
    }
}
