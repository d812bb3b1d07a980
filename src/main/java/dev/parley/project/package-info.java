/** Project: what people work on together, in which roles, and the one policy that says who may do what. */
@NullMarked
package dev.parley.project;

import org.jspecify.annotations.NullMarked;
