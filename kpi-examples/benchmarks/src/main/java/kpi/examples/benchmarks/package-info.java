/** How fast formulas run here, beside hand-written code and other engines, measured with JMH. */
package kpi.examples.benchmarks;
