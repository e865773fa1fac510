package org.moutracker.benchmarks;

import java.util.List;
import java.util.Optional;

/** A benchmark that can be asked for by its name. */
record Choice(String name, String tells, Benchmark benchmark) {

    private static final List<Choice> ALL = List.of(
            new Choice("relay", "a service's outbox to Kafka, against a bare producer", new Relay()),
            new Choice("inbox", "Kafka to a service's tables, against bare batches of upserts", new Inbox()),
            new Choice("claim", "plans that come due, fired by the engine, against its statements alone", new Claim()),
            new Choice(
                    "deadlines",
                    "deadlines that have passed, among later ones, against one statement",
                    new Deadlines()),
            new Choice(
                    "recompute",
                    "deadlines after a revision of a calendar, against the same rows written alone",
                    new Recompute()),
            new Choice("register", "agreements through the API, against the same inserts", new Register()),
            new Choice(
                    "alerts",
                    "events to mails, against a bare client; intake, firing, and memory with 1,000,000 planned deadlines",
                    new Alerts()),
            new Choice(
                    "groups",
                    "lists and pages among 1,000,000 members and 1,000,000 meetings, against the same rows read alone",
                    new Groups()),
            new Choice(
                    "agreements",
                    "registering, reading and finding among 1,000,000 agreements, against the same rows alone",
                    new Agreements()));

    private static final String EVERY = "all";

    /** What a name stands for; nothing if there is no such name. */
    static Optional<List<Choice>> named(String name) {
        if (name.equals(EVERY)) {
            return Optional.of(ALL);
        }
        return ALL.stream()
                .filter(choice -> choice.name().equals(name))
                .findFirst()
                .map(List::of);
    }

    /** All names, a line each. */
    static String list() {
        var list = new StringBuilder();
        ALL.forEach(choice -> list.append(line(choice.name(), choice.tells())));
        return list.append(line(EVERY, "one after the other")).toString();
    }

    private static String line(String name, String tells) {
        return "  %-10s  %s%n".formatted(name, tells);
    }
}
