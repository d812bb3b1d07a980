/** Training views: what is settled, or what each annotator said, in the shapes that trainers read. */
@NullMarked
package dev.parley.exchange.training;

import org.jspecify.annotations.NullMarked;
