package org.moutracker.agreements.document;

import static jakarta.transaction.Transactional.TxType.MANDATORY;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.SQLException;
import java.util.Arrays;
import org.moutracker.platform.messaging.StorageFailed;

/**
 * Keeps documents as large objects of PostgreSQL: backed up, restored and rolled back with their rows. They belong to the
 * schema's owner, whose functions let the service add to what is on its way in, and change nothing that is there.
 */
@ApplicationScoped
class LargeObjects implements DocumentStore {

    // What one statement carries; as much of a document is in memory.
    private static final int CHUNK = 64 * 1024;

    private final AgroalDataSource database;

    LargeObjects(AgroalDataSource database) {
        this.database = database;
    }

    @Override
    @Transactional(MANDATORY)
    public long write(InputStream bytes) throws IOException {
        try (var connection = database.getConnection();
                var create = connection.prepareStatement("SELECT new_document_place()");
                var put = connection.prepareStatement("SELECT write_document(?::bigint::oid, ?, ?)");
                var created = create.executeQuery()) {
            created.next();
            var place = created.getLong(1);
            var chunk = new byte[CHUNK];
            var offset = 0L;
            for (var read = fill(bytes, chunk); read > 0; read = fill(bytes, chunk)) {
                put.setLong(1, place);
                put.setLong(2, offset);
                put.setBytes(3, read == CHUNK ? chunk : Arrays.copyOf(chunk, read));
                put.execute();
                offset += read;
            }
            return place;
        } catch (SQLException e) {
            throw new StorageFailed("cannot keep a document", e);
        }
    }

    private static int fill(InputStream bytes, byte[] chunk) throws IOException {
        return bytes.readNBytes(chunk, 0, chunk.length);
    }

    @Override
    public void read(long place, long from, long count, OutputStream to) throws IOException {
        for (var done = 0L; done < count; done += CHUNK) {
            to.write(chunk(place, from + done, (int) Math.min(CHUNK, count - done)));
        }
    }

    /** The connection goes back before the reader is waited for: who reads slowly keeps nothing from others. */
    private byte[] chunk(long place, long from, int count) {
        try (var connection = database.getConnection();
                var get = connection.prepareStatement("SELECT read_document(?::bigint::oid, ?, ?)")) {
            get.setLong(1, place);
            get.setLong(2, from);
            get.setInt(3, count);
            try (var row = get.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        } catch (SQLException e) {
            throw new StorageFailed("cannot read a document", e);
        }
    }

    @Override
    @Transactional(MANDATORY)
    public void remove(long place) {
        try (var connection = database.getConnection();
                var unlink = connection.prepareStatement("SELECT forget_document(?::bigint::oid)")) {
            unlink.setLong(1, place);
            unlink.execute();
        } catch (SQLException e) {
            throw new StorageFailed("cannot take back a document", e);
        }
    }
}
