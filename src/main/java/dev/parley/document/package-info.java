/** Document: files become articles, articles become fixed text. */
@NullMarked
package dev.parley.document;

import org.jspecify.annotations.NullMarked;
