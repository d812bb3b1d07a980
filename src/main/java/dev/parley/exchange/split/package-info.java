/** The split into training, development and test data: decided once for each document, and never so that two parts share a text. */
@NullMarked
package dev.parley.exchange.split;

import org.jspecify.annotations.NullMarked;
