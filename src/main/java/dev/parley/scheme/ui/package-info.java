/** The page of a project's scheme. */
@NullMarked
package dev.parley.scheme.ui;

import org.jspecify.annotations.NullMarked;
