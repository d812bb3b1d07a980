/** Problem: the sentences Parley answers when something cannot be done. */
@NullMarked
package dev.parley.problem;

import org.jspecify.annotations.NullMarked;
