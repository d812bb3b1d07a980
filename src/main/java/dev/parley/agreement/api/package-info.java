/** Agreement over HTTP. */
@NullMarked
package dev.parley.agreement.api;

import org.jspecify.annotations.NullMarked;
