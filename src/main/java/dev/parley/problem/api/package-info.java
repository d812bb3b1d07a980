/** Turns every failure under /api into a problem detail (RFC 9457). */
@NullMarked
package dev.parley.problem.api;

import org.jspecify.annotations.NullMarked;
