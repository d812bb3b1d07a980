/** Demo: a small project with articles, readers and their disagreements, so that every screen has something to show. */
@NullMarked
package dev.parley.demo;

import org.jspecify.annotations.NullMarked;
