package kpi.result;

import java.util.Objects;
import java.util.Optional;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.source.Span;
import kpi.value.Quantity;

/**
 * A figure that a page printed, held against the computed one; the printed figure is never used.
 *
 * @param page the page that printed it
 * @param what which figure it claims to be
 * @param printed the figure
 * @param text the figure as printed
 * @param agreement the verdict
 * @param finding where it does not agree: what would give the printed figure; empty if nothing tried does
 * @param span where the text states it
 * @param why why it is undecided; empty for every other verdict
 */
public record Reconciliation(
        String page,
        What what,
        Quantity printed,
        String text,
        Agreement agreement,
        Optional<Finding> finding,
        Span span,
        Optional<LocalText> why) {
    /** A verdict that is decided. */
    public Reconciliation(
            String page,
            What what,
            Quantity printed,
            String text,
            Agreement agreement,
            Optional<Finding> finding,
            Span span) {
        this(page, what, printed, text, agreement, finding, span, Optional.empty());
    }

    public Reconciliation {
        Objects.requireNonNull(page, "page");
        Objects.requireNonNull(what, "what");
        Objects.requireNonNull(printed, "printed");
        Objects.requireNonNull(text, "text");
        Objects.requireNonNull(agreement, "agreement");
        Objects.requireNonNull(finding, "finding");
        Objects.requireNonNull(span, "span");
        Objects.requireNonNull(why, "why");
    }

    /** The same, undecided for this reason. */
    public Reconciliation because(LocalText reason) {
        return new Reconciliation(page, what, printed, text, agreement, finding, span, Optional.of(reason));
    }

    /** Which figure is printed. */
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

        /** The name in machine-readable output; stable. */
        public String id() {
            return id;
        }

        /** The name a reader sees. */
        public String name(Language language) {
            return language == Language.ZH_TW ? zh : id.replace('-', ' ');
        }
    }

    /**
     * What would give the printed figure: {@code 5.35/5.4, the target of 110}.
     *
     * @param brief in a few words
     * @param full as a sentence that says where each number comes from
     */
    public record Finding(LocalText brief, LocalText full) {
        public Finding {
            Objects.requireNonNull(brief, "brief");
            Objects.requireNonNull(full, "full");
        }
    }
}
