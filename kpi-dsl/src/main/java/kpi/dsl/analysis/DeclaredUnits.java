package kpi.dsl.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kpi.diagnostic.Limits;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.Declaration.UnitDeclaration;
import kpi.unit.UnitTable;

/** The units of an author, each after those its size is told in, in whatever order they are declared. */
final class DeclaredUnits {
    private final Limits limits;
    private final Reporter reporter;

    DeclaredUnits(Limits limits, Reporter reporter) {
        this.limits = limits;
        this.reporter = reporter;
    }

    UnitTable read(List<UnitDeclaration> lines) {
        Map<String, UnitDeclaration> declared = new LinkedHashMap<>();
        for (UnitDeclaration line : lines) {
            UnitDeclaration earlier =
                    declared.putIfAbsent(CanonicalName.of(line.name().spelling()), line);
            if (earlier != null) {
                reporter.report(Definitions.duplicate(
                        line.name().spelling(),
                        line.name().span(),
                        earlier.name().span()));
            }
        }
        Map<String, List<String>> needs = new LinkedHashMap<>();
        declared.forEach((name, line) -> needs.put(name, needs(line)));
        Dependencies dependencies = Dependencies.of(needs);
        dependencies.cycles().forEach(cycle -> report(cycle, declared));
        UnitTable units = UnitTable.standard();
        for (String name : dependencies.order()) {
            if (!dependencies.circular().contains(name)) {
                units = new DeclaredUnit(Objects.requireNonNull(declared.get(name)), limits, reporter).addedTo(units);
            }
        }
        return units;
    }

    /** The unit behind the figure, magnitudes and all, and each end of it: which of them is a unit is not known yet. */
    private static List<String> needs(UnitDeclaration line) {
        List<String> needs = new ArrayList<>();
        line.equals().ifPresent(figure -> {
            String text = figure.text();
            int at = text.length();
            while (at > 0 && !Character.isDigit(text.charAt(at - 1))) {
                at--;
            }
            for (String word : text.substring(at).split("[/／]")) {
                String unit = CanonicalName.of(word);
                for (int i = 0; i < unit.length(); i++) {
                    needs.add(unit.substring(i));
                }
            }
        });
        return needs;
    }

    private void report(List<String> cycle, Map<String, UnitDeclaration> declared) {
        List<UnitDeclaration> lines = cycle.stream()
                .map(name -> Objects.requireNonNull(declared.get(name)))
                .toList();
        List<String> names = lines.stream().map(line -> line.name().spelling()).toList();
        Problem.Builder problem =
                Problem.of(AnalysisCode.CYCLE, lines.get(0).name().span()).with("names", Definitions.shown(names));
        lines.stream()
                .skip(1)
                .limit(Math.min(lines.size() - 2L, 10))
                .forEach(line -> problem.related(line.name().span(), "in-cycle"));
        reporter.report(problem);
    }
}
