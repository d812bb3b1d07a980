package dev.parley.account;

/**
 * A person who takes part.
 *
 * @param id stays for good
 * @param name what is typed to sign in: lower case letters, digits, {@code . _ @ -}, 1 to 40 characters
 * @param displayName what others see, 1 to 100 characters
 * @param admin whether this person looks after accounts and projects of the whole installation
 * @param disabled whether signing in is refused; what the person did stays
 */
public record User(UserId id, String name, String displayName, boolean admin, boolean disabled) {}
