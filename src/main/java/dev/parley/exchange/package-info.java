/** Exchange: what a project holds goes out as training data that says what it is, and comes in from elsewhere. */
@NullMarked
package dev.parley.exchange;

import org.jspecify.annotations.NullMarked;
