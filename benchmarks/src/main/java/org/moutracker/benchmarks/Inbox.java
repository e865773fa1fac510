package org.moutracker.benchmarks;

import java.util.List;

/** Events that wait in Kafka, into the tables of notifications-service: heard by it, and by bare batches of upserts. */
final class Inbox implements Benchmark {

    @Override
    public List<Row> measure(Product product) throws Exception {
        var database = product.database("notifications");
        database.copyApart("inbox", "recipient", "deadline", "plan");
        return List.of(
                Heard.people(product).measure(database),
                Heard.deadlines(product, "inbox, deadlines").measure(database));
    }
}
