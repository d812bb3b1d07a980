/** Exchange: what a project holds goes out as training data that says what it is. */
@NullMarked
package dev.parley.exchange;

import org.jspecify.annotations.NullMarked;
