package org.moutracker.agreements.history;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who may read of something in a history: nobody who may not see the thing itself.
 *
 * @param parties codes of the parties whose people may; null for everybody
 * @param staff whether the staff of the register may, who are of no party
 */
public record Readers(@Nullable List<String> parties, boolean staff) {

    public static final Readers ALL = new Readers(null, true);
}
