package org.moutracker.timerules;

/** Where a last day goes that falls on a closed day. A printed date and an event stay where they are. */
public enum Roll {
    NONE,
    /** To the next open day (EU Regulation 1182/71, article 3(4); ETS 76, article 5). */
    FOLLOWING,
    /** To the open day before. */
    PRECEDING,
    /** To the next open day, unless that lies in another month: then to the open day before. */
    MODIFIED_FOLLOWING,
    /** To the nearer of the two; a tie goes forward. */
    NEAREST
}
