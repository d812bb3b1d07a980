/** The page where disagreements are settled. */
@NullMarked
package dev.parley.adjudication.ui;

import org.jspecify.annotations.NullMarked;
