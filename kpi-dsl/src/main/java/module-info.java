/** KPI text to program; the only module that knows ANTLR. */
module kpi.dsl {
    requires transitive kpi.core;
    requires org.antlr.antlr4.runtime;
    requires static org.jspecify;

    exports kpi.dsl;
}
