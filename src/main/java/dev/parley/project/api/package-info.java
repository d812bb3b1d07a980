/** The HTTP face of projects and their members. */
@NullMarked
package dev.parley.project.api;

import org.jspecify.annotations.NullMarked;
