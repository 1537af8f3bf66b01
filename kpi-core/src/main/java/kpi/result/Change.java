package kpi.result;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.value.ReportingPeriod;

/**
 * What is not the same of a KPI in two evaluations, and why.
 *
 * @param before its result in the first
 * @param after its result in the second
 * @param figures the figures that differ, in the order of the steps: actual, target, attainment, then the dimensions
 * @param causes what they rest on that differs, nearest first: never empty unless only the evaluated period differs
 */
public record Change(KpiResult before, KpiResult after, List<FigureChange> figures, List<Cause> causes) {
    public Change {
        Objects.requireNonNull(before, "before");
        Objects.requireNonNull(after, "after");
        figures = List.copyOf(figures);
        causes = List.copyOf(causes);
    }

    public String id() {
        return after.id();
    }

    public String name() {
        return after.name();
    }

    /** Whether it became attained, or is no longer so. */
    public boolean verdictChanged() {
        return before.verdict() != after.verdict();
    }

    /** Whether its grade is another one. */
    public boolean gradeChanged() {
        return !before.grade().equals(after.grade());
    }

    /**
     * One figure.
     *
     * @param what actual, target, attainment, or the id of a dimension; stable
     */
    public record FigureChange(String what, Figure before, Figure after) {
        public FigureChange {
            Objects.requireNonNull(what, "what");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }
    }

    /** What makes a figure another one. */
    public sealed interface Cause {
        /** The kind in machine-readable output; stable. */
        String kind();

        /** In one line, for a reader. */
        String line(Language language);
    }

    /**
     * A datum: an input, or a reported actual.
     *
     * @param kind {@code input} or {@code reported}
     * @param name the name of the input; empty for a reported actual
     * @param before as it stood; empty where nothing did
     * @param after as it stands; empty where nothing does
     */
    public record OfDatum(String kind, String kpi, String name, Optional<Stood> before, Optional<Stood> after)
            implements Cause {
        public OfDatum {
            Objects.requireNonNull(kind, "kind");
            Objects.requireNonNull(kpi, "kpi");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public String line(Language language) {
            boolean chinese = language == Language.ZH_TW;
            String what = name.isEmpty() ? (chinese ? "填報值" : "the reported actual") : name;
            String none = chinese ? "（無）" : "(none)";
            return what + (chinese ? "：" : ": ")
                    + before.map(stood -> stood.text(language)).orElse(none) + " → "
                    + after.map(stood -> stood.text(language)).orElse(none);
        }
    }

    /**
     * A datum as it stood.
     *
     * @param figure as printed, or the kind of missing
     * @param vintage until when it covers, since when it is known, its basis and source; empty where nobody said
     */
    public record Stood(LocalText figure, LocalText vintage) {
        public Stood {
            Objects.requireNonNull(figure, "figure");
            Objects.requireNonNull(vintage, "vintage");
        }

        String text(Language language) {
            String said = vintage.in(language);
            if (said.isEmpty()) {
                return figure.in(language);
            }
            return figure.in(language) + (language == Language.ZH_TW ? "（" + said + "）" : " (" + said + ")");
        }
    }

    /**
     * Rows of a dataset.
     *
     * @param before how many there were
     * @param after how many there are
     * @param different how many of those at the same place are not the same
     */
    public record OfRows(String table, long before, long after, long different) implements Cause {
        public OfRows {
            Objects.requireNonNull(table, "table");
        }

        @Override
        public String kind() {
            return "rows";
        }

        @Override
        public String line(Language language) {
            return language == Language.ZH_TW
                    ? "資料表「" + table + "」：" + before + " 列 → " + after + " 列，其中 " + different + " 列不同"
                    : "the dataset \"" + table + "\": " + before + " rows → " + after + " rows, " + different
                            + " of them different";
        }
    }

    /**
     * A datum, or rows, of another period, which the figure recalls.
     *
     * @param period of which they are
     */
    public record OfPast(ReportingPeriod period, Cause of) implements Cause {
        public OfPast {
            Objects.requireNonNull(period, "period");
            Objects.requireNonNull(of, "of");
        }

        @Override
        public String kind() {
            return of.kind();
        }

        @Override
        public String line(Language language) {
            return period.display(language) + " " + of.line(language);
        }
    }

    /** Another KPI that changed. */
    public record OfKpi(String kpi) implements Cause {
        public OfKpi {
            Objects.requireNonNull(kpi, "kpi");
        }

        @Override
        public String kind() {
            return "kpi";
        }

        @Override
        public String line(Language language) {
            return language == Language.ZH_TW ? "指標 " + kpi : "the KPI " + kpi;
        }
    }

    /** Another version of the KPI is in force. */
    public record OfVersion(String before, String after) implements Cause {
        public OfVersion {
            Objects.requireNonNull(before, "before");
            Objects.requireNonNull(after, "after");
        }

        @Override
        public String kind() {
            return "version";
        }

        @Override
        public String line(Language language) {
            return language == Language.ZH_TW
                    ? "適用版本：" + before + " → " + after
                    : "the version in force: " + before + " → " + after;
        }
    }

    /** The judged scores of a dimension. */
    public record OfRatings(String dimension) implements Cause {
        public OfRatings {
            Objects.requireNonNull(dimension, "dimension");
        }

        @Override
        public String kind() {
            return "ratings";
        }

        @Override
        public String line(Language language) {
            return language == Language.ZH_TW ? "評分：" + dimension : "the ratings of " + dimension;
        }
    }
}
