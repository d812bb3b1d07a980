/** Extraction: the bytes somebody sent become text, or a sentence that says why not. */
@NullMarked
package dev.parley.document.extraction;

import org.jspecify.annotations.NullMarked;
