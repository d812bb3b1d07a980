package dev.parley.shell;

import dev.parley.assignment.Assignment;
import java.util.List;

/** How far the readings of a project are; one reading is one article given to one annotator. */
record Readings(int handedIn, int begun, int notBegun) {

    static Readings of(List<Assignment> assignments) {
        int handedIn = 0;
        int begun = 0;
        int notBegun = 0;
        for (Assignment assignment : assignments) {
            for (var reading : assignment.readers()) {
                if (reading.state().isHandedIn()) {
                    handedIn++;
                } else if (reading.sequence() > 0) {
                    begun++;
                } else {
                    notBegun++;
                }
            }
        }
        return new Readings(handedIn, begun, notBegun);
    }

    int all() {
        return handedIn + begun + notBegun;
    }
}
