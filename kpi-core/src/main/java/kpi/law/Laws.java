package kpi.law;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.LocalText;
import kpi.model.Constant;
import kpi.model.Facet;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.LawRule;
import kpi.model.LookUp;
import kpi.model.LookUpIndex;
import kpi.model.LookUpRow;
import kpi.model.LookUpTable;
import kpi.model.Per;
import kpi.model.RuleTerms;
import kpi.model.Subterms;
import kpi.model.Target;
import kpi.model.Term;
import kpi.model.Unworked;
import kpi.run.KpiProgram;
import kpi.unit.KpiUnit;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;

/** The laws of a program (檢核), and facts to try them on. */
public final class Laws {
    /** How many sets of facts a law is tried on where nobody says. */
    public static final int CASES = 300;

    private static final int MOST_TERMS = 2000;

    /** Of a look-up table; more ends than a law is tried at help nobody. */
    private static final int MOST_ROWS = 20;

    private Laws() {}

    /**
     * The laws of a KPI, in the order of the text.
     *
     * @throws KpiUsageException if there is no such KPI
     */
    public static List<Law> of(KpiProgram program, String kpi) {
        return of(program, new Below(program.model()), find(program, kpi));
    }

    private static List<Law> of(KpiProgram program, Below all, KpiModel model) {
        List<Law> laws = new ArrayList<>();
        for (LawRule rule : model.laws()) {
            model.versions().stream()
                    .filter(version -> version.from().equals(rule.from()))
                    .findFirst()
                    .ifPresent(version -> laws.add(law(program, all, model, version, rule)));
        }
        return laws;
    }

    /**
     * Tries all laws of a program on generated facts; those that are proved are not tried. One that does not compile, or
     * whose KPI does not, or that has no figures because its KPI rests on one that does not, is listed as not run.
     */
    public static List<LawResult> test(KpiProgram program, long seed, int cases) {
        if (cases < 1) {
            throw new KpiUsageException("a law is tried on at least one case");
        }
        List<LawResult> results = new ArrayList<>();
        Below all = new Below(program.model());
        for (KpiModel kpi : program.model().kpis()) {
            of(program, all, kpi).forEach(law -> results.add(orNotRun(program, law.test(seed, cases))));
            kpi.untried()
                    .forEach(law -> results.add(LawResult.notRun(
                            kpi.id(), law.span(), new LocalText(law.text(), law.text()), law.reason())));
        }
        return results;
    }

    private static LawResult orNotRun(KpiProgram program, LawResult tested) {
        if (tested.standing() != LawResult.Standing.UNTESTED) {
            return tested;
        }
        return program.model()
                .brokenBelow(tested.kpi(), any -> false)
                .flatMap(broken -> broken.problems().stream().findFirst())
                .map(why -> LawResult.notRun(tested.kpi(), tested.span(), tested.text(), Unworked.reason(why)))
                .orElse(tested);
    }

    /**
     * Facts for a KPI, for the version that is in force first.
     *
     * @throws KpiUsageException if there is no such KPI, or its text could not be understood
     */
    public static FactsGenerator facts(KpiProgram program, String kpi) {
        KpiModel model = find(program, kpi);
        if (model.isBroken()) {
            throw new KpiUsageException("the text of " + kpi + " has errors");
        }
        KpiVersion version = model.versions().get(0);
        Demand demand = Demand.of(
                new Below(program.model()), model, version, !version.targets().isEmpty());
        return generator(program, version, demand);
    }

    private static KpiModel find(KpiProgram program, String kpi) {
        return program.model().kpi(kpi).orElseThrow(() -> new KpiUsageException("no KPI has the id " + kpi));
    }

    private static Law law(KpiProgram program, Below all, KpiModel kpi, KpiVersion version, LawRule rule) {
        // No rule bounds a figure that is only stated.
        boolean bounded = rule.of() == Facet.ACTUAL && rule.claim() instanceof LawRule.Within;
        Demand chosen = Demand.of(all, kpi, version, rule.of() == Facet.ATTAINMENT);
        // A law is about any figure of an input: where the text states one, others take its place.
        Demand any = chosen.isEmpty() || isAboutStated(rule, chosen) ? chosen.overText(all, kpi) : chosen;
        Demand demand = bounded ? any.withoutStated(kpi.id()) : any;
        FactsGenerator generator = generator(program, version, demand);
        Figures figures = new Figures(program, kpi.id(), rule.of(), generator.demand());
        Optional<String> ownRows = kpi.per() instanceof Per.EachRow row ? Optional.of(row.table()) : Optional.empty();
        Trial trial = new Trial(rule, version, generator, figures, ownRows);
        boolean proved = new Proof(kpi.per(), version, generator.demand()).holds(rule);
        return new Law(kpi.id(), rule, proved, generator, trial);
    }

    private static boolean isAboutStated(LawRule rule, Demand demand) {
        if (!(rule.claim() instanceof LawRule.When when)) {
            return false;
        }
        List<LawRule.Subject> subjects = List.of();
        if (when.change() instanceof LawRule.Rise rise) {
            subjects = rise.subjects();
        } else if (when.change() instanceof LawRule.Scale scale) {
            subjects = scale.subjects();
        }
        return subjects.stream()
                .anyMatch(subject -> subject instanceof LawRule.OfInput of && !demand.asksFor(of.input())
                        || subject instanceof LawRule.OfReported other
                                && demand.reported(other.kpi()).isEmpty());
    }

    private static FactsGenerator generator(KpiProgram program, KpiVersion version, Demand demand) {
        return new FactsGenerator(program, demand, new Cells(demand.period(), named(version)));
    }

    /** The figures a version names: there its rules turn. */
    private static List<Quantity> named(KpiVersion version) {
        Set<Quantity> named = new LinkedHashSet<>();
        version.targets().values().stream()
                .map(Target::figure)
                .flatMap(Optional::stream)
                .map(PrintedQuantity::quantity)
                .sorted((a, b) -> a.canonical().compareTo(b.canonical()))
                .forEach(named::add);
        List<Term> open = new ArrayList<>(RuleTerms.all(version));
        for (int i = 0; i < open.size() && i < MOST_TERMS; i++) {
            if (open.get(i) instanceof Constant constant && constant.value() instanceof Quantity figure) {
                named.add(figure);
            }
            if (open.get(i) instanceof LookUp lookUp) {
                named.addAll(ends(lookUp.table()));
            }
            open.addAll(Subterms.of(open.get(i)));
        }
        return List.copyOf(named);
    }

    /** The keys of the first rows of a table, and the ends of its bands. */
    private static List<Quantity> ends(LookUpTable table) {
        List<Quantity> ends = new ArrayList<>();
        List<LookUpRow> rows = table.index().map(LookUpIndex::rows).orElse(List.of());
        for (LookUpRow row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            for (int i = 0; i < row.keys().size(); i++) {
                KpiUnit unit = table.keys().get(i).unit().orElse(Units.NUMBER);
                LookUpRow.Cell cell = row.keys().get(i);
                cell.exactly().filter(Quantity.class::isInstance).ifPresent(value -> ends.add((Quantity) value));
                cell.within()
                        .ifPresent(range -> Stream.of(range.low(), range.high())
                                .flatMap(Optional::stream)
                                .forEach(end -> ends.add(Quantity.canonical(end, unit))));
            }
        }
        return ends;
    }
}
