package org.moutracker.localstack;

import java.util.Optional;

/** The process that this one serves and must not outlive. */
public final class Parent {
    private Parent() {}

    /** Ends this process, orderly, when the one that started it has ended. */
    public static void endWithIt() {
        endWith(ProcessHandle.current().parent());
    }

    /** The same for a process that is named, and may have ended already. */
    static void endWith(Optional<ProcessHandle> process) {
        var watch = Thread.ofPlatform().daemon().name("parent").unstarted(() -> {
            process.ifPresent(parent -> parent.onExit().join());
            System.exit(0);
        });
        watch.start();
    }
}
