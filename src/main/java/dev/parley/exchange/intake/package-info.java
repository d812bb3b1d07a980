/** Import: files of another Parley and of other tools become documents, sets and decisions, all of a file or nothing. */
@NullMarked
package dev.parley.exchange.intake;

import org.jspecify.annotations.NullMarked;
