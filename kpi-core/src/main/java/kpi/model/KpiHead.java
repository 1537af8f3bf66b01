package kpi.model;

import java.util.List;
import java.util.Objects;

/**
 * What a KPI is called, and what is said of it.
 *
 * @param particulars what holds before any version says otherwise, and for a KPI that could not be understood
 */
public record KpiHead(String id, String name, List<String> aliases, Particulars particulars) {
    public KpiHead {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(particulars, "particulars");
    }

    /** An id and a name alone. */
    public static KpiHead of(String id, String name) {
        return new KpiHead(id, name, List.of(), Particulars.NONE);
    }
}
