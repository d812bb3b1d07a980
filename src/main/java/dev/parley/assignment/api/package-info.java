/** Assignments over HTTP, and one's own tasks. */
@NullMarked
package dev.parley.assignment.api;

import org.jspecify.annotations.NullMarked;
