package dev.parley.assignment;

import dev.parley.document.Document;
import java.util.Optional;

/**
 * Where one of somebody's documents stands among all they read in its project, in the order of the documents.
 *
 * @param place from 1
 * @param all how many they read there
 * @param open how many of them are not handed in
 */
public record Trail(Optional<Document> previous, int place, int all, int open, Optional<Document> next) {}
