package dev.parley.scheme;

import dev.parley.account.UserId;
import java.time.Instant;

/**
 * One of the versions a project's scheme has had.
 *
 * @param number from 1, without gaps
 * @param by who saved it
 */
public record SchemeVersion(int number, UserId by, Instant at) {}
