package org.moutracker.agreements.history;

/**
 * Something that belongs to an agreement. Whatever is stored, changed or removed of it goes into the agreement's history,
 * field by field, in the same transaction; nothing has to be called for that. Fields that say nothing by themselves are
 * marked {@link NotInHistory}.
 */
public interface Historic {

    /** Where it stands in a history. */
    Place inHistory();
}
