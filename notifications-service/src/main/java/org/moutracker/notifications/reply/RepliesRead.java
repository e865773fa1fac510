package org.moutracker.notifications.reply;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.moutracker.notifications.sql.Sql;

/** How far each mailbox has been read; it moves on with what a message has caused, in one transaction. */
@ApplicationScoped
class RepliesRead {

    private final Sql sql;

    RepliesRead(Sql sql) {
        this.sql = sql;
    }

    ReadPlace place(String mailbox) {
        return sql
                .query("SELECT uid_validity, last_uid FROM replies_read WHERE mailbox = ?", RepliesRead::read, mailbox)
                .stream()
                .findFirst()
                .orElse(ReadPlace.NOWHERE);
    }

    private static ReadPlace read(ResultSet row) throws SQLException {
        return new ReadPlace(row.getLong("uid_validity"), row.getLong("last_uid"));
    }

    /** Whether it has moved on; if not, another replica has read that message already. */
    boolean moveOn(String mailbox, ReadPlace to) {
        return sql.update("""
                        INSERT INTO replies_read AS known (mailbox, uid_validity, last_uid) VALUES (?, ?, ?)
                        ON CONFLICT (mailbox) DO UPDATE SET
                            uid_validity = excluded.uid_validity, last_uid = excluded.last_uid
                        WHERE known.uid_validity <> excluded.uid_validity OR known.last_uid < excluded.last_uid
                        """, mailbox, to.validity(), to.uid()) > 0;
    }
}
