/** Annotation: what one annotator did say about one document, edit by edit. */
@NullMarked
package dev.parley.annotation;

import org.jspecify.annotations.NullMarked;
