/**
 * The catalogue of diagnostics: for each code a text that raises it, the text repaired, and what an author is told.
 *
 * <p>To add a code, add a folder {@code src/test/resources/kpi/dsl/catalogue/<set>/<code>}, where the set is the enum
 * without {@code Code} ({@code AnalysisCode.UNIT_CLASH} is {@code analysis/unit-clash}), with
 *
 * <ul>
 *   <li>{@code bad.kpi}: the smallest text that raises the code, and if it can be nothing else;
 *   <li>{@code good.kpi}: the same text repaired: no error, no warning.
 * </ul>
 *
 * Then run {@link kpi.dsl.catalogue.CatalogueTest} once with {@code -Dkpi.golden.accept=true}: it writes {@code
 * expected.txt} (what is told, in both languages) and the pages under {@code docs/diagnostics}. Read both.
 *
 * <p>Beside {@code bad.kpi} may stand {@code bad-2.kpi} (a second file that is compiled with it), {@code bad.inputs.csv},
 * {@code bad.ratings.csv} and {@code bad.cases.csv} (the rows of a dataset {@code from "cases.csv"}); a file whose name begins with {@code both}
 * belongs to the bad and to the good side. {@code bad.formula} is a formula alone. {@code run.txt} says how they are run, a
 * line each: {@code limit nesting 3}, {@code data rows 2}, {@code input a 元} (of a formula alone), {@code period 110},
 * {@code rows} (the reasons of single rows are told too), {@code csv keep-good-rows}, {@code csv charset Big5}. Data are read and evaluated (for 109 unless said otherwise) where
 * the text has no error, but for the codes of {@code syntax} and {@code analysis}, which need none. What no text and no file can raise stands in {@link kpi.dsl.catalogue.HostMistakes}.
 */
package kpi.dsl.catalogue;
