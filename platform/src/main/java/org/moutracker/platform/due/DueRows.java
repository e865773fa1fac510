package org.moutracker.platform.due;

/**
 * The rows that some work is owed to.
 *
 * @param table where they lie
 * @param id their key, a uuid
 * @param at the column with the instant in domain time from which they are due
 * @param open the condition under which anything is owed at all. A partial index on {@code (at, id)} must have it, word
 *     for word: then neither what is later nor what is done costs a claim anything. The id is in the index because very
 *     many rows come due at the same instant, such as the end of a day, and a claim goes on from the last row.
 * @param columns what is read of a claimed row
 */
public record DueRows(String table, String id, String at, String open, String columns) {

    /**
     * Takes the first of them.
     *
     * @param goesOn whether it takes those after a place; otherwise from the beginning
     * @param spares whether it takes none of a list
     */
    String claim(boolean goesOn, boolean spares) {
        return "SELECT %1$s AS due_id, %2$s AS due_from, %3$s FROM %4$s WHERE %5$s AND %2$s <= ?"
                        .formatted(id, at, columns, table, open)
                + (goesOn ? " AND (%s, %s) > (?, ?)".formatted(at, id) : "")
                + (spares ? " AND %s <> ALL (?)".formatted(id) : "")
                + " ORDER BY %s, %s LIMIT ? FOR UPDATE SKIP LOCKED".formatted(at, id);
    }

    /** For how long the first has been due. What was made due at once, by the beginning of time, has no age. */
    String lag() {
        return """
                SELECT extract(epoch FROM ?::timestamptz - %1$s) FROM %2$s
                WHERE %3$s AND %1$s <= ? AND %1$s > 'epoch' ORDER BY %1$s LIMIT 1
                """.formatted(at, table, open);
    }
}
