/** The typed formula, KPI, scorecard: cannot be built ill-typed. */
@NullMarked
package kpi.model;

import org.jspecify.annotations.NullMarked;
