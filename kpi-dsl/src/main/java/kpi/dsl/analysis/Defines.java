package kpi.dsl.analysis;

import java.util.ArrayDeque;
import java.util.ArrayList;
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
import kpi.model.Let;
import kpi.source.Span;

/** The definitions with parameters that one place sees: those of the files, or of the files and of one KPI. */
final class Defines {
    private final Map<String, Define> defines = new LinkedHashMap<>();
    private final Map<String, State> states = new HashMap<>();
    private final Expansion expansion;
    private final LookUpTables lookUps;

    private enum State {
        SOUND,
        BROKEN
    }

    private Defines(Expansion expansion, LookUpTables lookUps) {
        this.expansion = expansion;
        this.lookUps = lookUps;
    }

    static Defines none(Limits limits, LookUpTables lookUps) {
        return new Defines(new Expansion(limits), lookUps);
    }

    /** These, for a KPI to add its own to. */
    Defines copy() {
        Defines copy = new Defines(expansion, lookUps);
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
        String name = declared.name().spelling();
        Define earlier = defines.get(CanonicalName.of(name));
        if (earlier != null) {
            reporter.report(Definitions.duplicate(name, declared.name().span(), earlier.span()));
            return;
        }
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
        defines.put(
                CanonicalName.of(name),
                new Define(
                        name, parameters, declared.value(), declared.name().span(), uses.classes(), uses.rows(), home));
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
            if (defines.containsKey(name) && !needs.containsKey(name)) {
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
