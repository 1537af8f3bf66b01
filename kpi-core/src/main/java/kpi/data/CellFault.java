package kpi.data;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kpi.diagnostic.Problem;
import kpi.source.Place;

/** What is wrong with a cell. Where it is, only the table builder knows. */
interface CellFault {
    List<Problem> at(Place place);

    static CellFault of(DataCode code, Object... namesAndValues) {
        Map<String, Object> arguments = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            arguments.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return place -> {
            Problem.Builder problem = Problem.of(code, place);
            arguments.forEach(problem::with);
            return List.of(problem.build());
        };
    }
}
