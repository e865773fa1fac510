package org.moutracker.agreements.agreement;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.paging.Cursor;
import org.moutracker.platform.problem.InvalidRequest;

/**
 * What a list of agreements is sorted by, completed by the id; each has an index that begins with its column.
 *
 * @param descending the last first
 */
record AgreementSort(Key key, boolean descending) {

    static final String WORDS =
            "registered, changed, signedOn, inForceOn or reference; with a - before it the other way round";
    static final AgreementSort USUAL = new AgreementSort(Key.REGISTERED, true);

    /** What agreements have that can be sorted by. */
    enum Key {
        REGISTERED("registered", "registered_at"),
        CHANGED("changed", "changed_at"),
        SIGNED("signedOn", "signed_sort"),
        IN_FORCE("inForceOn", "in_force_sort"),
        REFERENCE("reference", "reference");

        private final String word;
        private final String column;

        Key(String word, String column) {
            this.word = word;
            this.column = column;
        }

        String column() {
            return column;
        }

        private Object value(AgreementSummary.Row row) {
            return switch (this) {
                case REGISTERED -> row.registeredAt();
                case CHANGED -> row.changedAt();
                case SIGNED -> row.signedSort();
                case IN_FORCE -> row.inForceSort();
                case REFERENCE -> row.reference();
            };
        }

        private Object value(Cursor cursor) {
            return switch (this) {
                case REGISTERED, CHANGED -> instant(cursor);
                case SIGNED, IN_FORCE -> day(cursor);
                case REFERENCE -> cursor.get(1);
            };
        }

        private static Instant instant(Cursor cursor) {
            return cursor.instant(1);
        }

        private static LocalDate day(Cursor cursor) {
            return cursor.day(1);
        }
    }

    static AgreementSort of(@Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        var descending = asked.startsWith("-");
        for (var key : Key.values()) {
            if (key.word.equals(descending ? asked.substring(1) : asked)) {
                return new AgreementSort(key, descending);
            }
        }
        throw new InvalidRequest("sort", "must be one of " + WORDS);
    }

    String order() {
        var direction = descending ? " DESC" : "";
        return key.column + direction + (isUnique() ? "" : ", id" + direction);
    }

    /** The condition for what comes after a row. */
    String beyond() {
        var sign = descending ? "<" : ">";
        return isUnique() ? key.column + " " + sign + " ?" : "(%s, id) %s (?, ?)".formatted(key.column, sign);
    }

    /** The values for {@link #beyond}; a cursor of a list in another order is none. */
    Object[] place(Cursor cursor) {
        if (!cursor.get(0).equals(toString()) || cursor.get(1).indexOf('\0') >= 0) {
            throw new InvalidRequest("cursor", "is not one that this list gave");
        }
        var value = key.value(cursor);
        return isUnique() ? new Object[] {value} : new Object[] {value, cursor.uuid(2)};
    }

    Cursor position(AgreementSummary.Row row) {
        return Cursor.of(this, key.value(row), row.id());
    }

    private boolean isUnique() {
        return key == Key.REFERENCE;
    }

    @Override
    public String toString() {
        return (descending ? "-" : "") + key.word;
    }
}
