/** Foreign formats: the same annotations in the shapes of other tools, written and read. */
@NullMarked
package dev.parley.exchange.foreign;

import org.jspecify.annotations.NullMarked;
