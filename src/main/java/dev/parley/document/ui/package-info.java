/** The pages where files come in and are cut into articles. */
@NullMarked
package dev.parley.document.ui;

import org.jspecify.annotations.NullMarked;
