/** Words and sentences: borders worked out for formats that need them; annotations never depend on them. */
@NullMarked
package dev.parley.exchange.words;

import org.jspecify.annotations.NullMarked;
