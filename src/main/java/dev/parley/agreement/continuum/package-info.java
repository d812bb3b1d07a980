/** Units on a line: which of them several annotators mean alike, and how disorderly they lie. Arrays of numbers only. */
@NullMarked
package dev.parley.agreement.continuum;

import org.jspecify.annotations.NullMarked;
