package kpi.model;

import java.util.Objects;
import java.util.Optional;
import kpi.source.Span;
import kpi.value.PrintedQuantity;
import kpi.value.ReportingPeriod;

/** A figure that a named page printed (公布值): reconciled with ours, never used. */
public record Published(
        ReportingPeriod period,
        String page,
        What what,
        Optional<Relation> relation,
        PrintedQuantity printed,
        Span span) {
    public Published {
        Objects.requireNonNull(period, "period");
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(relation, "relation");
        Objects.requireNonNull(printed, "printed");
        Objects.requireNonNull(span, "span");
    }

    /** Which figure it claims to be. */
    public enum What {
        ACTUAL("actual", "實際值"),
        TARGET("target", "目標值"),
        ATTAINMENT("attainment", "目標達成度"),
        ATTAINED_SHARE("attained-share", "達成項數比率"),
        MEAN_ATTAINMENT("mean-attainment", "平均目標達成度");

        private final String id;
        private final String zh;

        What(String id, String zh) {
            this.id = id;
            this.zh = zh;
        }

        /** The name in machine-readable output. */
        public String id() {
            return id;
        }

        /** The name a reader sees. */
        public String name(kpi.diagnostic.Language language) {
            return language == kpi.diagnostic.Language.ZH_TW ? zh : id.replace('-', ' ');
        }
    }
}
