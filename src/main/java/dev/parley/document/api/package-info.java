/** Files and documents over HTTP. */
@NullMarked
package dev.parley.document.api;

import org.jspecify.annotations.NullMarked;
