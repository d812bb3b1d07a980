/** Account: who takes part, and how they sign in. */
@NullMarked
package dev.parley.account;

import org.jspecify.annotations.NullMarked;
