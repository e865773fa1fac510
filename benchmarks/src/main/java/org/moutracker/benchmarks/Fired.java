package org.moutracker.benchmarks;

/**
 * Plans that come due all at once, with one reader each: fired by notifications-service, and by its statements alone.
 *
 * @param mailed whether the reader has an address, so that each alert gets a message
 */
record Fired(Database database, PlanRows rows, boolean mailed) {

    /** Plans are fired in a second by the engine, alerts, messages, events and all. */
    double byEngine(int first, int plans) throws Exception {
        try (var connection = database.connect();
                var count = connection.prepareStatement("SELECT count(*) FROM alert")) {
            var before = database.ask("SELECT count(*) FROM alert");
            rows.addDue(connection, first, plans);
            var rate = Rate.watching(System.nanoTime(), plans, () -> {
                try (var answer = count.executeQuery()) {
                    answer.next();
                    return answer.getLong(1) - before;
                }
            });
            if (rate == 0) {
                throw new IllegalStateException("No plan has fired");
            }
            return rate;
        }
    }

    /** On copies of the tables. */
    double byStatements(int first, int plans) throws Exception {
        try (var connection = database.connectApart()) {
            PlanRows.addPlans(connection, first, plans, "epoch");
            connection.setAutoCommit(false);
            var firing = new Firing(connection, rows.sample().data(), mailed);
            return Rate.of(plans, () -> {
                while (firing.round() > 0) {}
            });
        }
    }
}
