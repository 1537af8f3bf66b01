package kpi.score;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.Outcome;
import kpi.engine.Provenance;
import kpi.engine.RowView;
import kpi.model.KpiPart;
import kpi.result.Rank;
import kpi.source.Place;
import kpi.unit.KpiUnit;

/** A KPI at each of its rows or groups in one period; to other KPIs it is a table named by its id. */
final class ScoredRows implements RowView {
    private final String kpi;
    private final RowBase base;
    private final List<Scored> rows;
    private final List<Optional<Rank>> ranks;

    ScoredRows(String kpi, RowBase base, List<Scored> rows, List<Optional<Rank>> ranks) {
        this.kpi = Objects.requireNonNull(kpi, "kpi");
        this.base = Objects.requireNonNull(base, "base");
        this.rows = List.copyOf(rows);
        this.ranks = List.copyOf(ranks);
    }

    RowBase base() {
        return base;
    }

    int size() {
        return rows.size();
    }

    Scored row(int row) {
        return rows.get(row);
    }

    Optional<Rank> rank(int row) {
        return ranks.get(row);
    }

    @Override
    public String name() {
        return kpi;
    }

    @Override
    public int[] rows() {
        return IntStream.range(0, rows.size()).toArray();
    }

    @Override
    public List<String> keyColumns() {
        return base instanceof RowBase.OfRows of ? of.view().keyColumns() : base.keyColumns();
    }

    @Override
    public boolean has(String column) {
        return base.has(column);
    }

    @Override
    public Outcome cell(int row, String column) {
        return base.cell(row, column);
    }

    @Override
    public Optional<KpiUnit> unit(String column) {
        return base.unit(column);
    }

    @Override
    public Place place(int row) {
        return base.place(row);
    }

    @Override
    public Provenance provenance() {
        return base.provenance();
    }

    @Override
    public boolean hasFigures() {
        return true;
    }

    @Override
    public Outcome figure(int row, KpiPart part) {
        Scored scored = rows.get(row);
        Outcome outcome = part instanceof KpiPart.Figure figure
                ? DoneFigures.of(scored, figure.facet())
                : definition(scored, ((KpiPart.Named) part).definition());
        if (outcome instanceof Outcome.Missing missing) {
            LocalText reason = new LocalText(
                    "等候指標 " + kpi + "：" + missing.reason().zh(),
                    "it waits for the KPI " + kpi + ": " + missing.reason().en());
            return new Outcome.Missing(missing.absence(), reason, missing.place(), missing.provenance());
        }
        if (outcome instanceof Outcome.Failed failed) {
            Problem cause = failed.problem();
            Problem waits = cause.kind() == ScoreCode.WAITS_FOR
                    ? cause
                    : Problem.of(ScoreCode.WAITS_FOR, base.place(row))
                            .with("kpi", kpi)
                            .with("reason", new LocalText(cause.message(Language.ZH_TW), cause.message(Language.EN)))
                            .build();
            return new Outcome.Failed(waits, failed.provenance());
        }
        return outcome;
    }

    private Outcome definition(Scored scored, String name) {
        return Optional.ofNullable(scored.actual().definitions().get(name))
                .orElseThrow(() -> new KpiUsageException("the KPI " + kpi + " defines no " + name));
    }
}
