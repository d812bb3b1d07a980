/** Adjudication over HTTP. */
@NullMarked
package dev.parley.adjudication.api;

import org.jspecify.annotations.NullMarked;
