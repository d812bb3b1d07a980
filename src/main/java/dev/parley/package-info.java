/** Parley: a team reads articles together, marks who claims what, and takes away training data. */
@NullMarked
package dev.parley;

import org.jspecify.annotations.NullMarked;
