package org.moutracker.notifications.sql;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Ids that follow from what they name (UUIDv5), so that the same thing has the same id however often it is made. */
public final class NamedIds {

    private static final UUID NAMESPACE = UUID.fromString("6d6f7520-616c-5274-8000-000000000001");

    private NamedIds() {}

    public static UUID of(Object... parts) {
        return generator().generate(Arrays.stream(parts).map(Object::toString).collect(Collectors.joining("/")));
    }

    /** One for each call: the digest inside belongs to one thread. */
    private static NameBasedGenerator generator() {
        return Generators.nameBasedGenerator(NAMESPACE);
    }
}
