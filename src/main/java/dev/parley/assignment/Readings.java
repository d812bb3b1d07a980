package dev.parley.assignment;

/** How far readings are, as numbers; one reading is one document given to one annotator. */
public record Readings(int handedIn, int begun, int notBegun) {

    public int all() {
        return handedIn + begun + notBegun;
    }
}
