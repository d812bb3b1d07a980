/** The page where a manager says who reads what. */
@NullMarked
package dev.parley.assignment.ui;

import org.jspecify.annotations.NullMarked;
