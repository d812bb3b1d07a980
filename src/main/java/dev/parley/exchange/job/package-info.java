/** Exports and imports that go on by themselves: how far they are, what came of them, and that a stopped process loses none. */
@NullMarked
package dev.parley.exchange.job;

import org.jspecify.annotations.NullMarked;
