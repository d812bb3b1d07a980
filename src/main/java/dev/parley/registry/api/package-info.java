/** Registry over HTTP. */
@NullMarked
package dev.parley.registry.api;

import org.jspecify.annotations.NullMarked;
