package kpi.model;

import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a KPI is called and who answers for it.
 *
 * @param owner who answers for it (主責局處)
 * @param authority the rule it rests on (依據)
 * @param source where its data are from (資料來源)
 */
public record KpiHead(
        String id,
        String name,
        List<String> aliases,
        Optional<String> owner,
        Optional<String> authority,
        Optional<String> source) {
    public KpiHead {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        aliases = List.copyOf(aliases);
        Objects.requireNonNull(owner, "owner");
        Objects.requireNonNull(authority, "authority");
        Objects.requireNonNull(source, "source");
    }

    /** An id and a name alone. */
    public static KpiHead of(String id, String name) {
        return new KpiHead(id, name, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }
}
