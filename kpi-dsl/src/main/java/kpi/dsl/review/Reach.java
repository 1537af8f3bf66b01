package kpi.dsl.review;

import java.util.Optional;
import java.util.function.Consumer;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.model.InputDefinition;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.Published;
import kpi.source.Span;
import kpi.value.ReportingPeriod;

/** Targets, reported, asserted and published figures for a period in which another version holds, or none at all. */
final class Reach {
    private static final LocalText NO_VERSION = new LocalText("該期別尚無任何規定", "no version holds then");
    private static final LocalText OTHER_VERSION = new LocalText("該期別適用另一版本", "another version holds then");

    private final KpiModel kpi;
    private final Consumer<Problem> problems;

    Reach(KpiModel kpi, Consumer<Problem> problems) {
        this.kpi = kpi;
        this.problems = problems;
    }

    void tell() {
        for (KpiVersion version : kpi.versions()) {
            version.targets()
                    .forEach((period, target) -> tell(
                            period,
                            target.span(),
                            kpi.version(period)
                                    .map(then -> target.equals(then.targets().get(period)))));
            version.asserted()
                    .forEach((period, asserted) -> tell(
                            period,
                            asserted.span(),
                            kpi.version(period)
                                    .map(then -> asserted.equals(then.asserted().get(period)))));
            version.reported().forEach(this::tellOf);
        }
        for (Published published : kpi.published()) {
            tell(
                    published.period(),
                    published.span(),
                    kpi.version(published.period()).map(then -> true));
        }
    }

    private void tellOf(InputDefinition.Stated stated) {
        Optional<Span> span = stated.datum().place().span();
        if (stated.period().isPresent() && span.isPresent()) {
            tell(
                    stated.period().get(),
                    span.get(),
                    kpi.version(stated.period().get())
                            .map(then -> then.reported().contains(stated)));
        }
    }

    private void tell(ReportingPeriod period, Span span, Optional<Boolean> isUsed) {
        if (isUsed.orElse(false)) {
            return;
        }
        problems.accept(Problem.of(ReviewCode.FIGURE_OUT_OF_REACH, span)
                .with("period", new LocalText(period.display(Language.ZH_TW), period.display(Language.EN)))
                .with("reason", isUsed.isPresent() ? OTHER_VERSION : NO_VERSION)
                .build());
    }
}
