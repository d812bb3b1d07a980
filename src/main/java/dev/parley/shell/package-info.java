/** Shell: the frame around every page, the start page, and what is shown when something went wrong. */
@NullMarked
package dev.parley.shell;

import org.jspecify.annotations.NullMarked;
