package kpi.dsl.analysis;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import kpi.diagnostic.Problem;
import kpi.dsl.syntax.CalendarWord;
import kpi.dsl.syntax.Declaration.Calendar;
import kpi.dsl.syntax.Declaration.DatasetDeclaration;
import kpi.dsl.syntax.Declaration.KpiDeclaration;
import kpi.dsl.syntax.Declaration.LanguageLevel;
import kpi.dsl.syntax.Id;
import kpi.dsl.syntax.Label;
import kpi.source.Span;
import kpi.value.CalendarKind;

/** What holds for a whole program, whichever of its files says it: the language level, the calendar, and names told apart. */
final class Headings {
    private static final int LEVEL = 1;

    private final Reporter reporter;

    Headings(Reporter reporter) {
        this.reporter = reporter;
    }

    /** The calendar of all files; ROC where none says. */
    CalendarKind calendar(List<Calendar> lines) {
        Optional<Calendar> first = lines.stream().findFirst();
        for (Calendar line : lines) {
            if (line.word() != first.get().word()) {
                reporter.report(Problem.of(AnalysisCode.TWO_CALENDARS, line.span())
                        .related(first.get().span(), "first-clause"));
            }
        }
        return first.filter(line -> line.word() != CalendarWord.ROC).isPresent()
                ? CalendarKind.WESTERN
                : CalendarKind.ROC;
    }

    /** Every file is of the one level there is. */
    void checkLevels(List<LanguageLevel> lines) {
        for (LanguageLevel line : lines) {
            if (line.level() != LEVEL) {
                reporter.report(Problem.of(AnalysisCode.UNKNOWN_LANGUAGE_LEVEL, line.span())
                        .with("level", line.level())
                        .with("known", LEVEL));
            }
        }
    }

    private record Named(String kpi, String spelling, Span span) {}

    /**
     * Ids and aliases of KPIs and names of datasets that differ in nothing but capitals and blanks, and aliases that are
     * another's name. Names that are equal outright are told where they are declared.
     */
    void checkNames(List<KpiDeclaration> kpis, List<DatasetDeclaration> datasets) {
        Map<String, Named> seen = new LinkedHashMap<>();
        for (KpiDeclaration kpi : kpis) {
            check(
                    seen,
                    new Named(kpi.id().spelling(), kpi.id().spelling(), kpi.id().span()),
                    false);
        }
        for (DatasetDeclaration dataset : datasets) {
            Id name = dataset.name();
            check(seen, new Named("", name.spelling(), name.span()), false);
        }
        for (KpiDeclaration kpi : kpis) {
            for (Label alias : kpi.aliases()) {
                check(seen, new Named(kpi.id().spelling(), alias.text(), alias.span()), true);
            }
        }
    }

    private void check(Map<String, Named> seen, Named named, boolean alias) {
        Named first = seen.putIfAbsent(CanonicalName.loose(named.spelling()), named);
        if (first == null || alias && first.kpi().equals(named.kpi())) {
            return;
        }
        boolean equal = CanonicalName.of(first.spelling()).equals(CanonicalName.of(named.spelling()));
        if (!equal || alias) {
            reporter.report(Problem.of(AnalysisCode.DUPLICATE_NAME, named.span())
                    .with("name", named.spelling())
                    .related(first.span(), "first-declared-as", "name", first.spelling()));
        }
    }
}
