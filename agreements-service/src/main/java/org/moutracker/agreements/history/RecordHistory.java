package org.moutracker.agreements.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Version;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hibernate.Interceptor;
import org.hibernate.type.Type;
import org.jspecify.annotations.Nullable;

/**
 * The one place where histories are written: sees whatever Hibernate stores, changes or removes of what is
 * {@link Historic}, and writes what is different as one more statement at the end of the transaction. What goes past
 * Hibernate is not seen; a test keeps that from happening.
 */
@PersistenceUnitExtension
@ApplicationScoped
class RecordHistory implements Interceptor {

    private final TransactionSynchronizationRegistry transactions;
    private final HistoryLog log;
    private final ObjectMapper json;
    private final Map<Class<?>, Set<String>> silent = new ConcurrentHashMap<>();

    RecordHistory(TransactionSynchronizationRegistry transactions, HistoryLog log, ObjectMapper json) {
        this.transactions = transactions;
        this.log = log;
        this.json = json;
    }

    @Override
    public boolean onPersist(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        if (entity instanceof Historic thing) {
            changes().added(thing, id, values(thing, names, state));
        }
        return false;
    }

    @Override
    public void onRemove(Object entity, Object id, Object[] state, String[] names, Type[] types) {
        if (entity instanceof Historic thing) {
            changes().removed(thing, id, values(thing, names, state));
        }
    }

    @Override
    public boolean onFlushDirty(
            Object entity, Object id, Object[] now, Object @Nullable [] was, String[] names, Type[] types) {
        if (entity instanceof Historic thing) {
            Objects.requireNonNull(was, "what is changed has been read before");
            var silence = silence(thing);
            var before = new HashMap<String, JsonNode>();
            var after = new HashMap<String, JsonNode>();
            for (var i = 0; i < names.length; i++) {
                if (!silence.contains(names[i]) && !Objects.deepEquals(was[i], now[i])) {
                    before.put(names[i], json.valueToTree(was[i]));
                    after.put(names[i], json.valueToTree(now[i]));
                }
            }
            if (!after.isEmpty()) {
                changes().changed(thing, id, before, after);
            }
        }
        return false;
    }

    private Map<String, JsonNode> values(Historic thing, String[] names, Object[] state) {
        var silence = silence(thing);
        var values = new HashMap<String, JsonNode>();
        for (var i = 0; i < names.length; i++) {
            if (state[i] != null && !silence.contains(names[i])) {
                values.put(names[i], json.valueToTree(state[i]));
            }
        }
        return values;
    }

    private Set<String> silence(Historic thing) {
        return silent.computeIfAbsent(
                thing.getClass(), type -> Stream.<Class<?>>iterate(type, Objects::nonNull, Class::getSuperclass)
                        .flatMap(one -> Arrays.stream(one.getDeclaredFields()))
                        .filter(field -> field.isAnnotationPresent(NotInHistory.class)
                                || field.isAnnotationPresent(Version.class))
                        .map(java.lang.reflect.Field::getName)
                        .collect(Collectors.toSet()));
    }

    /** Of the present transaction, to be written when everything else is. */
    private TransactionChanges changes() {
        if (transactions.getResource(TransactionChanges.class) instanceof TransactionChanges known) {
            return known;
        }
        var changes = new TransactionChanges();
        transactions.putResource(TransactionChanges.class, changes);
        transactions.registerInterposedSynchronization(new Synchronization() {
            @Override
            public void beforeCompletion() {
                if (transactions.getTransactionStatus() != Status.STATUS_MARKED_ROLLBACK) {
                    log.add(changes.entries());
                }
            }

            @Override
            public void afterCompletion(int status) {
                // What was not committed has not happened.
            }
        });
        return changes;
    }
}
