package org.moutracker.localstack.process;

/** A process did not come up; the message is one sentence for a person, with the last lines of the log. */
public final class StartFailed extends Exception {

    public StartFailed(String message) {
        super(message);
    }
}
