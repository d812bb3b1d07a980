/** Scheme: what may be said about a text. */
@NullMarked
package dev.parley.scheme;

import org.jspecify.annotations.NullMarked;
