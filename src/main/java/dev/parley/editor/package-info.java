/** Editor: the reading and marking surface, and the screen that brings it together with who may read what. */
@NullMarked
package dev.parley.editor;

import org.jspecify.annotations.NullMarked;
