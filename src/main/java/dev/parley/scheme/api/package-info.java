/** The scheme over HTTP. */
@NullMarked
package dev.parley.scheme.api;

import org.jspecify.annotations.NullMarked;
