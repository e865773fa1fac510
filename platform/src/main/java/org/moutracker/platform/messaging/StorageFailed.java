package org.moutracker.platform.messaging;

import java.sql.SQLException;

/** The database refused or could not be reached; the cause says which. */
public class StorageFailed extends RuntimeException {

    private static final long serialVersionUID = 1;

    public StorageFailed(String what, SQLException cause) {
        super(what + ": " + cause.getMessage(), cause);
    }
}
