/** What the editor keeps with the account. */
@NullMarked
package dev.parley.editor.api;

import org.jspecify.annotations.NullMarked;
