/** Exports over HTTP. */
@NullMarked
package dev.parley.exchange.api;

import org.jspecify.annotations.NullMarked;
