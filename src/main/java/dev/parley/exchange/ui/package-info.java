/** The screen where a project's data is looked at before it is taken away. */
@NullMarked
package dev.parley.exchange.ui;

import org.jspecify.annotations.NullMarked;
