package org.moutracker.agreements.life;

/** A line that can have no effect where it stands. */
final class Impossible extends RuntimeException {

    private static final long serialVersionUID = 1;

    private final String rule;

    Impossible(String rule) {
        super(rule, null, false, false);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
