/** Annotation sets over HTTP: read, edited, handed in, listened to. */
@NullMarked
package dev.parley.annotation.api;

import org.jspecify.annotations.NullMarked;
