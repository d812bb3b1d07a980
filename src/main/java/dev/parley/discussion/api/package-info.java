/** Discussion over HTTP. */
@NullMarked
package dev.parley.discussion.api;

import org.jspecify.annotations.NullMarked;
