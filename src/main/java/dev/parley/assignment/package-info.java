/** Assignment: who reads what, and how far they are. */
@NullMarked
package dev.parley.assignment;

import org.jspecify.annotations.NullMarked;
