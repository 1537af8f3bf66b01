package kpi.run;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import kpi.data.Datum;
import kpi.data.Vintage;
import kpi.diagnostic.LocalText;
import kpi.diagnostic.Problem;
import kpi.diagnostic.Suggestion;
import kpi.model.Milestones;
import kpi.number.Exact;
import kpi.source.Place;
import kpi.unit.Units;
import kpi.value.PrintedQuantity;
import kpi.value.Quantity;

/** Milestones that are reported by their names: the share that they amount to, and what was reported at which place. */
final class Reports {
    private final Map<Place, Set<String>> reached = new LinkedHashMap<>();
    private final List<Problem> problems = new ArrayList<>();

    /** Where a host says so; the same names are the same place. */
    static Place place(String kpi, Collection<String> names) {
        return Place.input(kpi + " " + String.join(", ", names));
    }

    /** The share of the milestone that counts; empty, with problems, where a name is none of them. */
    Optional<Datum> datum(String kpi, Milestones rule, List<String> names, Vintage vintage, Place place) {
        List<String> known = rule.stages().stream().map(Milestones.Stage::id).toList();
        int before = problems.size();
        for (String name : names) {
            if (!known.contains(name)) {
                unknown(kpi + " " + name, place, Suggestion.nearest(name, known));
            }
        }
        if (problems.size() > before) {
            return Optional.empty();
        }
        Set<String> ids = new HashSet<>(names);
        reached.put(place, ids);
        PrintedQuantity share = rule.counted(ids)
                .map(Milestones.Stage::share)
                .orElseGet(() -> new PrintedQuantity(Quantity.of(0, 0, Units.PERCENT), Exact.ONE, "0%"));
        return Optional.of(Datum.of(share, vintage, place));
    }

    void unknown(String what, Place place, Optional<String> near) {
        LocalText named = new LocalText("「" + what + "」", "\"" + what + "\"");
        problems.add(near.map(name -> Problem.of(RunCode.UNASKED_BUT_NEAR, place)
                        .with("what", named)
                        .with("near", name))
                .orElseGet(() -> Problem.of(RunCode.UNASKED_DATA, place).with("what", named))
                .build());
    }

    Map<Place, Set<String>> reached() {
        return reached;
    }

    List<Problem> problems() {
        return problems;
    }
}
