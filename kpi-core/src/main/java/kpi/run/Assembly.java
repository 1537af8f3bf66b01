package kpi.run;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.Datum;
import kpi.data.InputRow;
import kpi.data.Rating;
import kpi.data.Table;
import kpi.data.Vintage;
import kpi.diagnostic.Checked;
import kpi.diagnostic.KpiUsageException;
import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.engine.LookUpData;
import kpi.model.InputDefinition;
import kpi.model.InputDefinition.Stated;
import kpi.model.KpiModel;
import kpi.model.KpiVersion;
import kpi.model.ScorecardModel.StatedTable;
import kpi.score.Choice;
import kpi.score.FactBook;
import kpi.score.FactBook.InputKey;
import kpi.score.RowsOfPeriod;
import kpi.source.Place;
import kpi.unit.Dimension;
import kpi.unit.KpiUnit;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;
import kpi.value.ReportingPeriod;

/** Makes a book of facts out of what a host gave, and tells everything that is wrong with it. */
final class Assembly {
    /** The name under which a row of inputs gives a reported actual. */
    private static final String ACTUAL = "actual";

    /** The names under which a row of inputs says which milestones are reached. */
    private static final Set<String> MILESTONES = Set.of("milestones", "里程碑");

    private final Asked asked;
    private final Reports reports = new Reports();
    private final List<Problem> problems = new ArrayList<>();
    private final Map<InputKey, List<Stated>> inputs = new LinkedHashMap<>();
    private final Map<String, List<Stated>> actuals = new LinkedHashMap<>();

    Assembly(Asked asked) {
        this.asked = asked;
    }

    void problems(List<Problem> more) {
        problems.addAll(more);
    }

    Checked<FactBook> of(Given given) {
        given.inputs().stream().filter(input -> input.kpi().isPresent()).forEach(this::input);
        given.rows().stream().filter(row -> !row.kpi().isBlank()).forEach(this::row);
        Map<InputKey, Set<Optional<ReportingPeriod>>> own = new HashMap<>();
        inputs.forEach((key, data) -> data.forEach(
                stated -> own.computeIfAbsent(key, any -> new LinkedHashSet<>()).add(stated.period())));
        given.inputs().stream()
                .filter(input -> input.kpi().isEmpty())
                .forEach(input -> forEveryKpi(input.name(), input.period(), input.datum(), false, own));
        given.rows().stream()
                .filter(row -> row.kpi().isBlank())
                .forEach(row -> forEveryKpi(row.input(), Optional.of(row.period()), row.datum(), true, own));
        given.actuals().forEach(actual -> actual(actual.kpi(), actual.period(), actual.datum(), false));
        given.reached().forEach(each -> reached(each.kpi(), each.period(), each.names(), each.vintage(), each.place()));
        problems.addAll(reports.problems());
        List<Rating> ratings = given.ratings().stream().filter(this::isAsked).toList();
        tellTwoSources();
        given.tables().forEach(this::tellTwoSources);
        problems.addAll(LookUpData.problems(
                asked.model().tables().stream()
                        .flatMap(table -> table.lookUp().stream())
                        .toList(),
                given.tables()));
        Map<String, FactBook.InPieces> pieces = new HashMap<>();
        given.pieces().forEach((name, state) -> {
            pieces.put(name, new FactBook.InPieces(state.pieces().tablePieces(), state.state()));
            tellTwoSources(name, state);
        });
        FactBook book = new FactBook(
                inputs, actuals, given.tables(), ratings, given.undatedRatings(), pieces, reports.reached());
        return Checked.of(book, problems);
    }

    private void input(Given.Input input) {
        asked.inputs(input.kpi(), input.name())
                .forEach(definition -> put(definition, input.period(), input.datum(), false));
    }

    private void reached(String kpi, ReportingPeriod period, List<String> names, Vintage vintage, Place place) {
        asked.milestones(kpi, period)
                .flatMap(rule -> reports.datum(kpi, rule, names, vintage, place))
                .ifPresent(datum -> actual(kpi, Optional.of(period), datum, false));
    }

    /** A row that names milestones, or says that nobody reported any. */
    private void milestones(InputRow row) {
        Place place = row.datum().place();
        if (asked.kpi(row.kpi()).isEmpty()) {
            unasked(row.kpi(), place, asked.nearKpi(row.kpi()));
        } else if (asked.milestones(row.kpi(), row.period()).isEmpty()) {
            unasked(row.kpi() + " " + row.input(), place, Optional.empty());
        } else if (row.reached().isPresent()) {
            reached(row.kpi(), row.period(), row.reached().get(), row.datum().vintage(), place);
        } else {
            actual(row.kpi(), Optional.of(row.period()), row.datum(), true);
        }
    }

    private void row(InputRow row) {
        if (row.reached().isPresent() || MILESTONES.contains(row.input())) {
            milestones(row);
            return;
        }
        if (row.input().equals(ACTUAL)) {
            if (asked.kpi(row.kpi()).isPresent()) {
                actual(row.kpi(), Optional.of(row.period()), row.datum(), true);
            } else {
                unasked(row.kpi(), row.datum().place(), asked.nearKpi(row.kpi()));
            }
            return;
        }
        List<InputDefinition> found = asked.inputs(Optional.of(row.kpi()), row.input());
        if (found.isEmpty() && !asked.mayBeOfBroken(Optional.of(row.kpi()))) {
            Optional<String> near = asked.kpi(row.kpi()).isPresent()
                    ? asked.nearInput(row.input())
                            .filter(name ->
                                    !asked.inputs(Optional.of(row.kpi()), name).isEmpty())
                    : asked.nearKpi(row.kpi());
            unasked(row.kpi() + " " + row.input(), row.datum().place(), near);
        }
        found.forEach(definition -> put(definition, Optional.of(row.period()), row.datum(), true));
    }

    /** A datum that names no KPI is for every one that uses the input, but yields to one given for the KPI itself. */
    private void forEveryKpi(
            String name,
            Optional<ReportingPeriod> period,
            Datum datum,
            boolean printed,
            Map<InputKey, Set<Optional<ReportingPeriod>>> own) {
        List<InputDefinition> found = asked.inputs(Optional.empty(), name);
        if (found.isEmpty() && !asked.mayBeOfBroken(Optional.empty())) {
            unasked(name, datum.place(), asked.nearInput(name));
        }
        for (InputDefinition definition : found) {
            if (!own.getOrDefault(InputKey.of(definition), Set.of()).contains(period)) {
                put(definition, period, datum, printed);
            }
        }
    }

    private void put(InputDefinition input, Optional<ReportingPeriod> period, Datum datum, boolean printed) {
        LocalText what = new LocalText("資料項「" + input.name() + "」", "the input \"" + input.name() + "\"");
        inUnit(datum, input.unit(), printed, what)
                .ifPresent(good -> inputs.computeIfAbsent(InputKey.of(input), key -> new ArrayList<>())
                        .add(new Stated(period, good)));
    }

    private void actual(String kpi, Optional<ReportingPeriod> period, Datum datum, boolean printed) {
        LocalText what = new LocalText("指標 " + kpi + " 的填報值", "the reported actual of " + kpi);
        Optional<KpiUnit> unit = asked.kpi(kpi)
                .flatMap(model -> period.flatMap(model::version).or(() -> last(model.versions())))
                .map(KpiVersion::unit);
        unit.map(declared -> inUnit(datum, declared, printed, what))
                .orElse(Optional.of(datum))
                .ifPresent(good ->
                        actuals.computeIfAbsent(kpi, key -> new ArrayList<>()).add(new Stated(period, good)));
    }

    private static Optional<KpiVersion> last(List<KpiVersion> versions) {
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /**
     * The datum in the declared unit. A bare number that was printed is in that unit; one that a host gives as a number
     * takes the label of a count or of points, and nothing else.
     */
    private Optional<Datum> inUnit(Datum datum, KpiUnit unit, boolean printed, LocalText what) {
        if (datum.quantity().isEmpty()) {
            return Optional.of(datum);
        }
        PrintedQuantity figure = datum.quantity().get();
        Quantity given = figure.quantity();
        Dimension wanted = unit.dimension();
        boolean bare = given.dimension() instanceof Dimension.Plain && !(wanted instanceof Dimension.Plain);
        boolean label = wanted instanceof Dimension.Count || wanted instanceof Dimension.Points;
        if (bare && (printed || label)) {
            PrintedQuantity declared = new PrintedQuantity(
                    Quantity.of(given.canonical(), unit), figure.resolution().times(unit.scale()), figure.text());
            return Optional.of(
                    new Datum(Optional.of(declared), Optional.empty(), datum.reason(), datum.vintage(), datum.place()));
        }
        try {
            PrintedQuantity declared = new PrintedQuantity(given.as(unit), figure.resolution(), figure.text());
            return Optional.of(
                    new Datum(Optional.of(declared), Optional.empty(), datum.reason(), datum.vintage(), datum.place()));
        } catch (KpiUsageException otherDimension) {
            problems.add(Problem.of(RunCode.WRONG_UNIT, datum.place())
                    .with("what", what)
                    .with("expected", name(wanted))
                    .with("found", name(given.dimension()))
                    .build());
            return Optional.empty();
        }
    }

    private static LocalText name(Dimension dimension) {
        return new LocalText(dimension.name(Language.ZH_TW), dimension.name(Language.EN));
    }

    private boolean isAsked(Rating rating) {
        if (asked.kpi(rating.kpi()).isEmpty()) {
            unasked(rating.kpi(), rating.place(), asked.nearKpi(rating.kpi()));
            return false;
        }
        if (asked.dimension(rating.dimension()).isEmpty()) {
            unasked(rating.dimension(), rating.place(), Optional.empty());
            return false;
        }
        return true;
    }

    private void unasked(String what, Place place, Optional<String> near) {
        LocalText named = new LocalText("「" + what + "」", "\"" + what + "\"");
        problems.add(near.map(name -> Problem.of(RunCode.UNASKED_BUT_NEAR, place)
                        .with("what", named)
                        .with("near", name))
                .orElseGet(() -> Problem.of(RunCode.UNASKED_DATA, place).with("what", named))
                .build());
    }

    /** Facts for a figure that another fact, or the text, gives as well, unless one is later. */
    private void tellTwoSources() {
        // Facts of a few KPIs cost what these do, however many others there are.
        Set<String> given = new HashSet<>(actuals.keySet());
        inputs.keySet().forEach(key -> given.add(key.kpi()));
        for (KpiModel kpi : asked.inOrder(given)) {
            List<Stated> reported = kpi.versions().stream()
                    .flatMap(version -> version.reported().stream())
                    .toList();
            LocalText name = new LocalText("指標 " + kpi.id() + " 的填報值", "the reported actual of " + kpi.id());
            compare(name, reported, actuals.getOrDefault(kpi.id(), List.of()));
            Set<InputKey> seen = new LinkedHashSet<>();
            for (KpiVersion version : kpi.versions()) {
                for (InputDefinition input : version.inputs()) {
                    if (seen.add(InputKey.of(input))) {
                        LocalText what = new LocalText(
                                kpi.id() + " 的資料項「" + input.name() + "」",
                                "the input \"" + input.name() + "\" of " + kpi.id());
                        compare(what, input.stated(), inputs.getOrDefault(InputKey.of(input), List.of()));
                    }
                }
            }
        }
    }

    private void compare(LocalText what, List<Stated> ofText, List<Stated> ofHost) {
        if (ofHost.isEmpty()) {
            return;
        }
        Map<Optional<ReportingPeriod>, List<Datum>> byPeriod = new HashMap<>();
        ofText.forEach(stated -> byPeriod.computeIfAbsent(stated.period(), key -> new ArrayList<>())
                .add(stated.datum()));
        for (Stated stated : ofHost) {
            List<Datum> same = byPeriod.computeIfAbsent(stated.period(), key -> new ArrayList<>());
            same.stream()
                    .filter(other ->
                            Choice.equallyLate(other.vintage(), stated.datum().vintage()))
                    .findFirst()
                    .ifPresent(other -> problems.add(twoSources(what, shown(other), other.place(), stated.datum())));
            same.add(stated.datum());
        }
    }

    private static Problem twoSources(LocalText what, LocalText first, Place firstPlace, Datum second) {
        return twoSources(what, first, firstPlace, shown(second), second.place());
    }

    private static Problem twoSources(
            LocalText what, LocalText first, Place firstPlace, LocalText second, Place secondPlace) {
        return Problem.of(RunCode.TWO_SOURCES, secondPlace)
                .with("what", what)
                .with("first", first)
                .with("second", second)
                .related(firstPlace, "one-source", "text", first)
                .build();
    }

    private static LocalText shown(Datum datum) {
        return datum.quantity()
                .map(figure -> new LocalText(figure.text(), figure.text()))
                .or(() -> datum.absence()
                        .map(absence -> new LocalText(absence.in(Language.ZH_TW), absence.in(Language.EN))))
                .orElseThrow();
    }

    /** Rows of a host for a dataset whose rows the text states. */
    private void tellTwoSources(String name, Table table) {
        for (StatedTable stated : asked.model().tables()) {
            if (!stated.schema().name().equals(name)) {
                continue;
            }
            stated.rows().stream()
                    .filter(ofText -> isSameTime(ofText, table))
                    .findFirst()
                    .ifPresent(ofText -> problems.add(twoSources(
                            new LocalText("資料表「" + name + "」", "the dataset \"" + name + "\""),
                            rows(ofText.table()),
                            Place.cell(name, ofText.table().origin(), 0, "", ""),
                            rows(table),
                            Place.cell(name, table.origin(), 0, "", ""))));
        }
    }

    private void tellTwoSources(String name, PiecesState state) {
        for (StatedTable stated : asked.model().tables()) {
            stated.rows().stream()
                    .filter(any -> stated.schema().name().equals(name))
                    .filter(ofText ->
                            ofText.period().map(period -> state.isAbout(period)).orElse(true))
                    .findFirst()
                    .ifPresent(ofText -> problems.add(twoSources(
                            new LocalText("資料表「" + name + "」", "the dataset \"" + name + "\""),
                            rows(ofText.table()),
                            Place.cell(name, ofText.table().origin(), 0, "", ""),
                            new LocalText(state.rows() + " 列", state.rows() + " rows"),
                            Place.cell(name, "", 0, "", ""))));
        }
    }

    private static boolean isSameTime(StatedTable.Rows ofText, Table table) {
        return ofText.period()
                .map(period -> RowsOfPeriod.of(table, period, true)
                        .filter(rows -> !rows.isEmpty())
                        .isPresent())
                .orElse(true);
    }

    private static LocalText rows(Table table) {
        return new LocalText(table.rows() + " 列", table.rows() + " rows");
    }
}
