/** Reads datasets from spreadsheets, ODS and XLSX; needs {@code java.xml} and nothing else. */
@NullMarked
package kpi.data.sheet;

import org.jspecify.annotations.NullMarked;
