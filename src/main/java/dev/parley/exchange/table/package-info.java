/** Tables: claims and registry as rows, for people who look at them in a spreadsheet. */
@NullMarked
package dev.parley.exchange.table;

import org.jspecify.annotations.NullMarked;
