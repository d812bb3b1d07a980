/** Page: the few shapes every page is made of, so that all of them look and speak alike. */
@NullMarked
package dev.parley.page;

import org.jspecify.annotations.NullMarked;
