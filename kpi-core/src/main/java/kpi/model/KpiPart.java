package kpi.model;

import java.util.Objects;

/** Which value of a KPI per row or group is meant: a figure every KPI has, or one of its own definitions. */
public sealed interface KpiPart {
    /** Its actual: what is meant where only the KPI is named. */
    KpiPart ACTUAL = new Figure(Facet.ACTUAL);

    /** A figure every KPI has. */
    record Figure(Facet facet) implements KpiPart {
        public Figure {
            Objects.requireNonNull(facet, "facet");
        }
    }

    /** The value of a name that the KPI defines. */
    record Named(String definition) implements KpiPart {
        public Named {
            Objects.requireNonNull(definition, "definition");
        }
    }
}
