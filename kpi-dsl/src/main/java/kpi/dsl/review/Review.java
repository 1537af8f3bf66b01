package kpi.dsl.review;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.SourceFile;
import kpi.model.KpiModel;
import kpi.model.ScorecardModel;

/** Everything there is to say about a program beside its errors; the order of files and declarations does not matter. */
public final class Review {
    private Review() {}

    /**
     * Warnings. Of a KPI with errors, and of what KPIs share where there are errors, nothing is said: what they were meant to
     * use is not known.
     */
    public static List<Problem> of(List<SourceFile> files, ScorecardModel model, boolean hasErrors) {
        Set<Problem> problems = new LinkedHashSet<>();
        Declared declared = new Declared(files);
        Words words = new Words(files.stream().map(SourceFile::source).toList());
        Set<String> sound = model.kpis().stream()
                .filter(kpi -> !kpi.isBroken())
                .map(KpiModel::id)
                .collect(Collectors.toSet());
        UnusedNames unused = new UnusedNames(declared, sound, words, problems::add);
        unused.tellOfKpis();
        if (!hasErrors) {
            unused.tellOfShared();
        }
        new HiddenNames(declared, model, words, problems::add).tell();
        ConstantConditions conditions = new ConstantConditions(problems::add);
        for (KpiModel kpi : model.kpis()) {
            kpi.versions().forEach(conditions::tellOf);
            new Reach(kpi, problems::add).tell();
            new Ambition(kpi, problems::add).tell();
        }
        return List.copyOf(problems);
    }
}
