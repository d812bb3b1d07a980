/** Agreement: how far annotators coincide, and where they do not. Pure functions of annotation sets but for the service. */
@NullMarked
package dev.parley.agreement;

import org.jspecify.annotations.NullMarked;
