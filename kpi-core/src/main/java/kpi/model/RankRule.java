package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.source.Span;

/**
 * How the rows or groups of a KPI are ranked (序位). Only those with a value that pass {@code where} are; the values are
 * compared as their own line rounds them.
 *
 * @param within the columns in which rows ranked together agree; none: all are ranked together
 * @param where which rows are ranked; all if empty
 * @param of the figure that is compared
 */
public record RankRule(
        Span span, List<String> within, Optional<Term> where, boolean highestFirst, Ties ties, Facet of) {
    public RankRule {
        Objects.requireNonNull(span, "span");
        within = List.copyOf(within);
        where.ifPresent(Terms::requireTruth);
        Objects.requireNonNull(ties, "ties");
        if (of == Facet.TARGET) {
            throw new IllTypedException("targets are not ranked");
        }
    }

    /** The places of equal values: of 9, 8, 8, 7, the highest first. */
    public enum Ties {
        /** 1, 2, 2, 4. */
        SHARE_BEST("ties share the best place", "同分同列最佳序位"),
        /** 1, 3, 3, 4. */
        SHARE_WORST("ties share the worst place", "同分同列最差序位"),
        /** 1, 2.5, 2.5, 4. */
        SHARE_MEAN("ties share the mean place", "同分同列平均序位"),
        /** 1, 2, 2, 3. */
        DENSE("ties share a place and leave no gap", "同分同列不跳號"),
        /** 1, 2, 3, 4: the earlier row first. */
        ROW_ORDER("ties in the order of the rows", "同分依列序");

        private final String en;
        private final String zh;

        Ties(String en, String zh) {
            this.en = en;
            this.zh = zh;
        }

        /** The rule in words. */
        public String name(Language language) {
            return language == Language.ZH_TW ? zh : en;
        }
    }
}
