/** Adjudication: settling what annotators see differently, one decision at a time, until a gold set is left. */
@NullMarked
package dev.parley.adjudication;

import org.jspecify.annotations.NullMarked;
