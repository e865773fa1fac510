package org.moutracker.agreements.agreement;

import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.InvalidRequest;

/** What a list of agreements can be sorted by; always completed by the id, which rises with registration. */
enum AgreementSort {
    REGISTERED("registered", false, false),
    REGISTERED_DESCENDING("-registered", false, true),
    SIGNED("signedOn", true, false),
    SIGNED_DESCENDING("-signedOn", true, true);

    private final String word;
    private final boolean bySigning;
    private final boolean descending;

    AgreementSort(String word, boolean bySigning, boolean descending) {
        this.word = word;
        this.bySigning = bySigning;
        this.descending = descending;
    }

    static AgreementSort of(String word) {
        for (var sort : values()) {
            if (sort.word.equals(word)) {
                return sort;
            }
        }
        throw new InvalidRequest("sort", "must be one of registered, -registered, signedOn, -signedOn");
    }

    boolean bySigning() {
        return bySigning;
    }

    String order() {
        var direction = descending ? " desc" : "";
        return (bySigning ? "signedSort" + direction + ", " : "") + "id" + direction;
    }

    String beyond() {
        var sign = descending ? "<" : ">";
        return bySigning ? "(signedSort, id) " + sign + " (:day, :id)" : "id " + sign + " :id";
    }

    Cursor position(AgreementSummary.Row row) {
        return bySigning ? Cursor.of(row.signedSort(), row.id()) : Cursor.of(row.id());
    }
}
