/** Account pages: signing in, the first administrator, one's own account, everybody's accounts. */
@NullMarked
package dev.parley.account.ui;

import org.jspecify.annotations.NullMarked;
