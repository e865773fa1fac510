package org.moutracker.localstack;

import java.io.IOException;

/** A short command: it does its work, or says in one sentence why not. */
@FunctionalInterface
interface Command {

    void run() throws IOException;

    static void perform(Command command) {
        try {
            command.run();
        } catch (IllegalArgumentException e) {
            fail(String.valueOf(e.getMessage()));
        } catch (IOException e) {
            fail(Sentences.of(e));
        }
    }

    static void fail(String sentence) {
        System.err.println("mou: " + sentence);
        System.exit(1);
    }
}
