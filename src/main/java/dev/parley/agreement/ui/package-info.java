/** The page that tells how far annotators coincide. */
@NullMarked
package dev.parley.agreement.ui;

import org.jspecify.annotations.NullMarked;
