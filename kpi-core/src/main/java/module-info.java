/** Meaning and computing of KPI formulas; knows no KPI text. */
module kpi.core {
    requires ch.obermuhlner.math.big;
    requires static de.siegmar.fastcsv;
    requires static java.sql;
    requires static java.xml;
    requires static org.jspecify;

    exports kpi.source;
    exports kpi.diagnostic;
    exports kpi.number;
    exports kpi.unit;
    exports kpi.value;
    exports kpi.data;
    exports kpi.data.csv;
    exports kpi.data.jdbc;
    exports kpi.data.sheet;
    exports kpi.function;
    exports kpi.explain;
    exports kpi.result;
    exports kpi.report;
    exports kpi.run;
    exports kpi.law;
    exports kpi.model to
            kpi.dsl;
}
