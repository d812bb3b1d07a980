package dev.parley.project;

import java.time.Instant;

/**
 * What people work on together.
 *
 * @param name 1 to 100 characters, unique among the projects that are not in the trash
 */
public record Project(ProjectId id, String name, ProjectSettings settings, Instant createdAt) {}
