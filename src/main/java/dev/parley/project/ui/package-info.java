/** Project pages: the overview of one project, its members and settings. */
@NullMarked
package dev.parley.project.ui;

import org.jspecify.annotations.NullMarked;
