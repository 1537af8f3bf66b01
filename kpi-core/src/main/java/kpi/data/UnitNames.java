package kpi.data;

import kpi.diagnostic.Language;
import kpi.diagnostic.LocalText;
import kpi.unit.KpiUnit;

/** Units as messages name them. */
final class UnitNames {
    private UnitNames() {}

    static LocalText of(KpiUnit unit) {
        return unit.symbol().isEmpty()
                ? new LocalText(
                        unit.dimension().name(Language.ZH_TW), unit.dimension().name(Language.EN))
                : new LocalText(unit.symbol(), unit.symbol());
    }
}
