package kpi.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.data.TableSource;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.number.Exact;
import kpi.score.FactBook;
import kpi.score.UndatedRating;
import kpi.source.Place;
import kpi.value.Absence;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;
import kpi.value.Value;

/**
 * The data a host brings to a program, checked against what the program asks for. Immutable, shareable by threads.
 *
 * <p>A fact given without a period is of whatever period is evaluated.
 *
 * <pre>{@code
 * Facts facts = program.facts()
 *         .input("稅課收入(預算數)", Quantity.of("123376890000", Units.NTD))
 *         .addRows("案件", List.of(Map.of("類別", "委營OT")))
 *         .build().orElseThrow();
 * }</pre>
 */
public final class Facts {
    private final Asked asked;
    private final Given given;
    private final FactBook book;

    Facts(Asked asked, Given given, FactBook book) {
        this.asked = asked;
        this.given = given;
        this.book = book;
    }

    /** A builder that begins with these facts. */
    public Builder toBuilder() {
        return new Builder(asked, given);
    }

    /** What is given of an input of a KPI for a period; empty where nothing, or that it has no figure, is given. */
    public Optional<Quantity> input(String kpi, String name, ReportingPeriod period) {
        asked.requireInput(Optional.of(kpi), name);
        return asked.inputs(Optional.of(kpi), name).stream()
                .flatMap(input -> book.inputs().getOrDefault(FactBook.InputKey.of(input), List.of()).stream())
                .filter(stated ->
                        stated.period().filter(of -> !of.equals(period)).isEmpty())
                .reduce((first, later) -> later)
                .flatMap(stated -> stated.datum().quantity())
                .map(PrintedQuantity::quantity);
    }

    /** What is given as the reported actual of a KPI for a period; empty where nothing, or that it has no figure, is given. */
    public Optional<Quantity> actual(String kpi, ReportingPeriod period) {
        asked.requireKpi(kpi);
        return book.actuals().getOrDefault(kpi, List.of()).stream()
                .filter(stated ->
                        stated.period().filter(of -> !of.equals(period)).isEmpty())
                .reduce((first, later) -> later)
                .flatMap(stated -> stated.datum().quantity())
                .map(PrintedQuantity::quantity);
    }

    /** The judged score that is given of a KPI for whatever period, without stage and scorer; empty where none is. */
    public Optional<Quantity> rating(String kpi, String dimension) {
        asked.requireKpi(kpi);
        asked.requireDimension(dimension);
        return book.undatedRatings().stream()
                .filter(rating -> rating.kpi().equals(kpi) && rating.dimension().equals(dimension))
                .filter(rating -> rating.stage().isBlank() && rating.scorer().isBlank())
                .reduce((first, later) -> later)
                .map(UndatedRating::score);
    }

    /** The ratings that were given of a period, by stage, scorer and criterion; those without a period are not among them. */
    public List<Rating> ratings(String kpi, String dimension, ReportingPeriod period) {
        asked.requireKpi(kpi);
        asked.requireDimension(dimension);
        return book.ratings().stream()
                .filter(rating -> rating.kpi().equals(kpi)
                        && rating.dimension().equals(dimension)
                        && rating.period().equals(period))
                .toList();
    }

    /** The rows of a dataset, each by the names of its columns; a cell that is missing is not in its row. */
    public List<Map<String, Value>> rows(String table) {
        asked.requireTable(table);
        return Optional.ofNullable(book.tables().get(table))
                .map(TableFacts::values)
                .orElse(List.of());
    }

    FactBook book(Asked by) {
        if (asked != by) {
            throw new KpiUsageException("these facts belong to another program");
        }
        return book;
    }

    /**
     * Collects facts; for one thread. A name that the program does not know is the host's mistake and throws {@link
     * KpiUsageException}; what is wrong with the data themselves is told by {@link #build}.
     */
    public static final class Builder {
        private final Asked asked;
        private final List<Given.Input> inputs;
        private final List<InputRow> rows;
        private final List<Given.Actual> actuals;
        private final List<Given.Reached> reached;
        private final List<Rating> ratings;
        private final List<UndatedRating> undatedRatings;
        private final Map<String, TableFacts> tables = new LinkedHashMap<>();
        private final Map<String, PiecesState> pieces = new LinkedHashMap<>();

        Builder(Asked asked, Given given) {
            this.asked = Objects.requireNonNull(asked, "asked");
            this.inputs = new ArrayList<>(given.inputs());
            this.rows = new ArrayList<>(given.rows());
            this.actuals = new ArrayList<>(given.actuals());
            this.reached = new ArrayList<>(given.reached());
            this.ratings = new ArrayList<>(given.ratings());
            this.undatedRatings = new ArrayList<>(given.undatedRatings());
            given.tables().forEach((name, table) -> tables.put(name, TableFacts.of(table)));
            this.pieces.putAll(given.pieces());
        }

        /** The figure of an input, for every KPI that uses an input of this name. */
        public Builder input(String name, Quantity figure) {
            return input(Optional.empty(), name, Optional.empty(), datum(figure, Vintage.none(), name));
        }

        /** The figure of an input in a period, for every KPI that uses an input of this name. */
        public Builder input(String name, ReportingPeriod period, Quantity figure, Vintage vintage) {
            return input(Optional.empty(), name, Optional.of(period), datum(figure, vintage, name));
        }

        /** The figure of an input of one KPI. */
        public Builder input(String kpi, String name, Quantity figure) {
            return input(Optional.of(kpi), name, Optional.empty(), datum(figure, Vintage.none(), kpi + " " + name));
        }

        /** The figure of an input of one KPI in a period. */
        public Builder input(String kpi, String name, ReportingPeriod period, Quantity figure, Vintage vintage) {
            return input(Optional.of(kpi), name, Optional.of(period), datum(figure, vintage, kpi + " " + name));
        }

        /** An input has no figure, and why; unlike an input that is simply not given, this has a reason to show. */
        public Builder missing(String name, Absence absence, String reason) {
            Datum none = Datum.missing(absence, reason, Vintage.none(), Place.input(name));
            return input(Optional.empty(), name, Optional.empty(), none);
        }

        /** An input of one KPI has no figure in a period. */
        public Builder missing(String kpi, String name, ReportingPeriod period, Absence absence, String reason) {
            Datum none = Datum.missing(absence, reason, Vintage.none(), Place.input(kpi + " " + name));
            return input(Optional.of(kpi), name, Optional.of(period), none);
        }

        private Builder input(Optional<String> kpi, String name, Optional<ReportingPeriod> period, Datum datum) {
            asked.requireInput(kpi, name);
            inputs.add(new Given.Input(kpi, name, period, datum));
            return this;
        }

        /** Data for inputs as a reader brings them; those that no KPI asks for are told by {@link #build}. */
        public Builder addInputs(List<InputRow> more) {
            rows.addAll(more);
            return this;
        }

        /** A stated actual, used and marked as reported. */
        public Builder actual(String kpi, ReportingPeriod period, Quantity reported, Vintage vintage) {
            asked.requireKpi(kpi);
            actuals.add(new Given.Actual(kpi, Optional.of(period), datum(reported, vintage, kpi)));
            return this;
        }

        /**
         * Which milestones of a KPI are reached, by their names, marked as reported; none of them is 0 %.
         *
         * @throws KpiUsageException if the KPI has no such milestone in the period
         */
        public Builder milestones(
                String kpi, ReportingPeriod period, Collection<String> reachedByThen, Vintage vintage) {
            List<String> names = List.copyOf(reachedByThen);
            asked.requireMilestones(kpi, period, names);
            reached.add(new Given.Reached(kpi, period, names, vintage, Reports.place(kpi, names)));
            return this;
        }

        /** A judged score; the stage may be empty. */
        public Builder rating(String kpi, String dimension, String stage, Quantity score, String scorer) {
            asked.requireKpi(kpi);
            asked.requireDimension(dimension);
            undatedRatings.add(
                    new UndatedRating(kpi, dimension, stage, score, scorer, Place.input(kpi + " " + dimension)));
            return this;
        }

        /** Judged scores as a reader brings them; those that no KPI asks for are told by {@link #build}. */
        public Builder addRatings(List<Rating> more) {
            ratings.addAll(more);
            return this;
        }

        /** Rows of a dataset, after those it already has: records, or maps by column name. */
        public Builder addRows(String table, Iterable<?> recordsOrMaps) {
            asked.requireTable(table);
            pieces.remove(table);
            tables.computeIfAbsent(table, name -> TableFacts.NONE);
            tables.computeIfPresent(table, (name, facts) -> facts.with(recordsOrMaps));
            return this;
        }

        /** The rows of a dataset, in place of those it already has. They are loaded when the facts are built. */
        public Builder table(String table, TableSource rowsOfTable) {
            asked.requireTable(table);
            pieces.remove(table);
            tables.put(table, TableFacts.of(rowsOfTable));
            return this;
        }

        /**
         * What is kept of the rows of a dataset given in pieces, in place of those it already has.
         *
         * @throws KpiUsageException if it is of another program or dataset
         */
        public Builder pieces(String table, PiecesState state) {
            asked.requireTable(table);
            if (!state.pieces().isOf(asked) || !state.pieces().table().equals(table)) {
                throw new KpiUsageException("these are pieces of another program or dataset than \"" + table + "\"");
            }
            tables.remove(table);
            pieces.put(table, state);
            return this;
        }

        /** The facts, and everything that is wrong with the data. The builder may be used on. */
        public Checked<Facts> build() {
            Assembly assembly = new Assembly(asked);
            Map<String, Table> loaded = new LinkedHashMap<>();
            tables.replaceAll((name, facts) -> {
                Checked<Table> table = facts.load(asked.table(name));
                assembly.problems(table.problems());
                table.value().ifPresent(rowsOfTable -> loaded.put(name, rowsOfTable));
                return table.value().map(TableFacts::of).orElse(facts);
            });
            Given given = new Given(inputs, rows, actuals, reached, ratings, undatedRatings, loaded, pieces);
            return assembly.of(given).map(book -> new Facts(asked, given, book));
        }

        /** A host's figure is exact as it stands, however it would be printed. */
        private static Datum datum(Quantity figure, Vintage vintage, String place) {
            PrintedQuantity exact = new PrintedQuantity(figure, Exact.ONE, figure.display(Language.EN));
            return Datum.of(exact, vintage, Place.input(place));
        }
    }
}
