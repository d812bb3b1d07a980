/** The Annotate screen: one document to read and mark, with the way to the next. */
@NullMarked
package dev.parley.editor.ui;

import org.jspecify.annotations.NullMarked;
