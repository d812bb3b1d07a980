/** The registry's page: whom and what the project knows, where they are mentioned, and keeping them in order. */
@NullMarked
package dev.parley.registry.ui;

import org.jspecify.annotations.NullMarked;
