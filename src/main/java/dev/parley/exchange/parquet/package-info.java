/** Parquet: nested rows as columns, and the dataset folder that describes itself. */
@NullMarked
package dev.parley.exchange.parquet;

import org.jspecify.annotations.NullMarked;
