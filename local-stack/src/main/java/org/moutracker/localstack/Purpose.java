package org.moutracker.localstack;

/** What a stack is started for: nothing may be lost in a local run, nothing need be kept after a test. */
enum Purpose {
    LOCAL_RUN,
    TEST
}
