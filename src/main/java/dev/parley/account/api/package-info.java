/** The HTTP face of accounts and access tokens. */
@NullMarked
package dev.parley.account.api;

import org.jspecify.annotations.NullMarked;
