package org.moutracker.localstack.demo;

/** Something that the story promises did not happen. */
public final class Unexpected extends RuntimeException {

    private static final long serialVersionUID = 1;

    Unexpected(String message) {
        super(message);
    }
}
