package kpi.dsl.analysis;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import kpi.diagnostic.Limit;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.DefineDeclaration;
import kpi.dsl.syntax.Expression;
import kpi.dsl.syntax.Label;
import kpi.dsl.syntax.Validity;
import kpi.model.Let;
import kpi.source.Span;
import kpi.value.ReportingPeriod;

/**
 * The definitions with parameters that one place sees at one time: those of the files, or of the files and of one KPI. Of
 * several definitions of a name the one in force stands; before the first of them that one does, and {@link #notYet} says so.
 */
final class Defines {
    private final Map<String, List<Define>> versions = new LinkedHashMap<>();
    private final Map<String, Define> defines = new LinkedHashMap<>();
    private final Set<Define> used = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Optional<ReportingPeriod> at;
    private final Map<String, State> states = new HashMap<>();
    private final Expansion expansion;
    private final LookUpTables lookUps;

    private enum State {
        SOUND,
        BROKEN
    }

    private Defines(Expansion expansion, LookUpTables lookUps, Optional<ReportingPeriod> at) {
        this.at = at;
        this.expansion = expansion;
        this.lookUps = lookUps;
    }

    static Defines none(Limits limits, LookUpTables lookUps) {
        return new Defines(new Expansion(limits), lookUps, Optional.empty());
    }

    /** None yet, for what holds from a period on. */
    Defines none(Optional<ReportingPeriod> from) {
        return new Defines(expansion, lookUps, from);
    }

    /** These, for a KPI to add its own to. */
    Defines copy(Optional<ReportingPeriod> from) {
        Defines copy = new Defines(expansion, lookUps, from);
        versions.forEach((name, all) -> copy.versions.put(name, new ArrayList<>(all)));
        copy.defines.putAll(defines);
        copy.states.putAll(states);
        return copy;
    }

    /**
     * How much the calls of a program have added to its formulas. Bodies are put in the place of calls, so a few lines
     * could ask for more than any memory holds.
     */
    static final class Expansion {
        /** Levels of terms inside one another that an engine may have to keep on its stack. */
        private static final int DEEPEST = 300;

        private final Map<Let, Integer> depths = new IdentityHashMap<>();
        private final long most;
        private long spent;
        private boolean exceeded;

        Expansion(Limits limits) {
            most = limits.get(Limit.EXPANSION);
        }

        long spent() {
            return spent;
        }

        /** Forgets what a refused call would have added. */
        void restore(long before) {
            spent = before;
        }

        long most() {
            return most;
        }

        /** So many parts more, at once; false if that is too much. */
        boolean spend(int parts) {
            spent += parts - 1L;
            return spend();
        }

        /** One part more; false if that is too much. */
        boolean spend() {
            spent++;
            exceeded |= spent > most;
            return !exceeded;
        }

        boolean isExceeded() {
            return exceeded;
        }

        /** Remembers how deep a call is. */
        Let measured(Let call) {
            int depth = TermDepth.of(call, depths);
            depths.put(call, depth);
            exceeded |= depth > DEEPEST;
            return call;
        }

        /** Whether it was too much since this was asked last. */
        boolean wasExceeded() {
            boolean was = exceeded;
            exceeded = false;
            return was;
        }
    }

    /** The look-up tables. */
    LookUpTables lookUps() {
        return lookUps;
    }

    Expansion expansion() {
        return expansion;
    }

    Optional<Define> find(String spelling) {
        return Optional.ofNullable(defines.get(CanonicalName.of(spelling)));
    }

    /** Those of the KPI itself. */
    List<Define> own() {
        return defines.values().stream()
                .filter(define -> define.home().isPresent())
                .toList();
    }

    /** Those without parameters, which are used like any name. */
    List<String> constants() {
        return defines.values().stream()
                .filter(define -> define.parameters().isEmpty())
                .map(Define::name)
                .toList();
    }

    List<String> names() {
        return defines.values().stream().map(Define::name).toList();
    }

    /** Declares a definition; its value is checked later, when all names are known. */
    void declare(DefineDeclaration declared, Scope scope, Optional<Scope> home) {
        Literals literals = scope.literals();
        Reporter reporter = scope.reporter();
        List<Define.Parameter> parameters = new ArrayList<>();
        Map<String, Span> seen = new LinkedHashMap<>();
        for (kpi.dsl.syntax.Parameter each : declared.parameters()) {
            String name = each.name().spelling();
            Span earlier = seen.putIfAbsent(CanonicalName.of(name), each.name().span());
            if (earlier != null) {
                reporter.report(Definitions.duplicate(name, each.name().span(), earlier));
                continue;
            }
            each.unit()
                    .filter(unit -> literals.unit(unit.text()).isEmpty())
                    .ifPresent(unit -> reporter.report(literals.unknownUnit(unit.span(), unit.text())));
            parameters.add(new Define.Parameter(
                    name,
                    each.unit().flatMap(unit -> literals.unit(unit.text())),
                    each.name().span()));
        }
        Optional<Define.Since> since = Optional.empty();
        if (declared.validity().isPresent()) {
            since = since(declared.validity().get(), scope);
            if (since.isEmpty()) {
                return;
            }
        }
        String name = declared.name().spelling();
        boolean taken = scope.symbols().functions().find(name).isPresent()
                || Calls.aggregate(name).isPresent()
                || FigureNames.facet(name).isPresent();
        if (taken) {
            reporter.report(
                    Problem.of(AnalysisCode.NAME_OF_A_FUNCTION, declared.name().span())
                            .with("name", name));
        }
        lookUps.find(name)
                .map(found -> found.table().span())
                .or(() -> scope.symbols().declaredAt(name))
                .ifPresent(other -> reporter.report(
                        Definitions.duplicate(name, declared.name().span(), other)));
        ParameterUses uses = ParameterUses.of(
                parameters.stream().map(Define.Parameter::canonical).toList(), declared.value());
        Define define = new Define(
                name, parameters, declared.value(), declared.name().span(), uses.classes(), uses.rows(), since, home);
        List<Define> same = versions.computeIfAbsent(CanonicalName.of(name), each -> new ArrayList<>());
        Optional<Define> earlier = same.stream()
                .filter(other -> other.beginsWith(define) || other.home().isPresent() != home.isPresent())
                .findFirst();
        if (earlier.isPresent()) {
            reporter.report(
                    Definitions.duplicate(name, define.span(), earlier.get().span()));
            return;
        }
        same.add(define);
        same.sort(Comparator.comparing(Defines::firstDay));
        defines.put(CanonicalName.of(name), inForce(same));
    }

    private static Optional<Define.Since> since(Validity validity, Scope scope) {
        return new Series(scope.calendar(), scope.literals(), scope.reporter())
                .period(validity.from())
                .map(from -> new Define.Since(from, validity.changed().map(Label::text), validity.span()));
    }

    private static LocalDate firstDay(Define define) {
        return define.since().map(since -> since.from().first()).orElse(LocalDate.MIN);
    }

    private Define inForce(List<Define> same) {
        Define found = same.get(0);
        for (Define each : same) {
            found = each.holds(at) ? each : found;
        }
        return found;
    }

    /** When definitions of the files, or those that were used, begin to hold, in the order of time. */
    List<ReportingPeriod> beginnings(boolean all) {
        return versions.entrySet().stream()
                .filter(same -> all || isUsed(same.getKey()))
                .flatMap(same -> same.getValue().stream())
                .flatMap(define -> define.since().stream())
                .map(Define.Since::from)
                .sorted()
                .distinct()
                .toList();
    }

    private boolean isUsed(String name) {
        Define define = at(name);
        return used.contains(define) || define.home().isPresent();
    }

    /** Remembers that a formula needs a definition. */
    void use(Define define) {
        used.add(define);
    }

    /** What was used and does not hold yet. */
    Optional<Define> notYet() {
        return used.stream()
                .filter(define -> !define.holds(at))
                .min(Comparator.comparing(Defines::firstDay).reversed().thenComparing(Define::name));
    }

    /** What was used, begins to hold here, and says that figures do not compare with earlier ones. */
    Optional<Define> changed() {
        return used.stream()
                .filter(define -> define.since()
                        .filter(since -> since.changed().isPresent())
                        .filter(since -> at.filter(
                                        now -> now.first().equals(since.from().first()))
                                .isPresent())
                        .isPresent())
                .min(Comparator.comparing(Define::name));
    }

    /** Reports definitions that need themselves; they are broken. */
    void checkCycles(boolean own, Reporter reporter) {
        Dependencies dependencies = Dependencies.of(needs(own));
        for (List<String> cycle : dependencies.cycles()) {
            List<String> names = cycle.stream().map(name -> at(name).name()).toList();
            Problem.Builder problem =
                    Problem.of(AnalysisCode.CYCLE, at(cycle.get(0)).span()).with("names", Definitions.shown(names));
            cycle.subList(1, Math.min(cycle.size() - 1, 11))
                    .forEach(name -> problem.related(at(name).span(), "in-cycle"));
            reporter.report(problem);
        }
        dependencies.circular().forEach(name -> states.put(name, State.BROKEN));
    }

    /** Reads every value once for errors of its own, whether anybody calls it or not. */
    void checkValues(boolean own, Scope scope) {
        Dependencies.of(needs(own)).order().forEach(name -> isSound(at(name), scope));
    }

    /** Whether a definition has no errors of its own; they are reported the first time this is asked. */
    boolean isSound(Define define, Scope scope) {
        String name = CanonicalName.of(define.name());
        State known = states.get(name);
        if (known == null) {
            // Those it calls first, each by itself, so that a long chain of calls needs no stack.
            Dependencies.of(reachable(name)).order().forEach(each -> check(each, scope));
            known = states.get(name);
        }
        return known == State.SOUND;
    }

    private void check(String name, Scope scope) {
        if (!states.containsKey(name)) {
            boolean sound = new DefineCalls(new ExpressionAnalysis(scope)).reads(at(name));
            states.put(name, sound ? State.SOUND : State.BROKEN);
        }
    }

    private Map<String, Set<String>> reachable(String from) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        Deque<String> open = new ArrayDeque<>(List.of(from));
        while (!open.isEmpty()) {
            String name = open.pop();
            // What is known already needs no other look: a chain would be walked again for every link.
            if (defines.containsKey(name) && !states.containsKey(name) && !needs.containsKey(name)) {
                Set<String> names = namesIn(at(name));
                needs.put(name, names);
                open.addAll(names);
            }
        }
        return needs;
    }

    private Define at(String canonical) {
        return Objects.requireNonNull(defines.get(canonical));
    }

    private Map<String, Set<String>> needs(boolean own) {
        Map<String, Set<String>> needs = new LinkedHashMap<>();
        defines.forEach((name, define) -> {
            if (define.home().isPresent() == own) {
                needs.put(name, namesIn(define));
            }
        });
        return needs;
    }

    /** The names the value uses, without its own parameters. */
    static Set<String> namesIn(Define define) {
        Set<String> names = new LinkedHashSet<>();
        Expressions.walk(define.value(), node -> {
            if (node instanceof Expression.Application application) {
                names.add(CanonicalName.of(application.name().spelling()));
                names.add(
                        CanonicalName.of(application.name().spelling(), BracketReadings.inner(application.brackets())));
            } else if (node instanceof Expression.Name name) {
                names.add(CanonicalName.of(name.spelling()));
            } else if (node instanceof Expression.Directed) {
                names.add(Definitions.DIRECTION);
            }
        });
        define.parameters().forEach(parameter -> names.remove(parameter.canonical()));
        return names;
    }
}
