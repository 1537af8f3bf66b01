/** Why a number is what it is: listens to an engine at one choke point. */
@NullMarked
package kpi.explain;

import org.jspecify.annotations.NullMarked;
