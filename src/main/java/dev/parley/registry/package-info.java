/** Registry: the persons, bodies and places a project knows. */
@NullMarked
package dev.parley.registry;

import org.jspecify.annotations.NullMarked;
