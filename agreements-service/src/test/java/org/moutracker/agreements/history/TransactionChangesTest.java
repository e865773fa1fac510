package org.moutracker.agreements.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.agreements.history.ThingChange.Action;

@DisplayNameGeneration(ReplaceUnderscores.class)
class TransactionChangesTest {

    private static final UUID AGREEMENT = UUID.randomUUID();

    private final TransactionChanges changes = new TransactionChanges();

    private record Thing(
            HistoryKind kind, UUID id, @Nullable String reason, Readers readers) implements Historic {

        static Thing of(HistoryKind kind) {
            return new Thing(kind, UUID.randomUUID(), null, Readers.ALL);
        }

        @Override
        public Place inHistory() {
            return new Place(kind, AGREEMENT, id, "name", reason, readers);
        }
    }

    private static Map<String, JsonNode> value(String value) {
        return Map.of("status", JsonNodeFactory.instance.textNode(value));
    }

    @Test
    void what_is_written_twice_counts_as_it_was_and_as_it_is() {
        var thing = Thing.of(HistoryKind.AGREEMENT);
        changes.changed(thing, thing.id(), value("SIGNED"), value("IN_FORCE"));
        changes.changed(thing, thing.id(), value("IN_FORCE"), value("SUSPENDED"));

        assertThat(only().fields())
                .extracting(change -> change.from() + " " + change.to())
                .containsExactly("\"SIGNED\" \"SUSPENDED\"");
    }

    @Test
    void what_comes_back_to_what_it_was_is_no_change() {
        var thing = Thing.of(HistoryKind.AGREEMENT);
        changes.changed(thing, thing.id(), value("SIGNED"), value("IN_FORCE"));
        changes.changed(thing, thing.id(), value("IN_FORCE"), value("SIGNED"));

        assertThat(changes.entries()).isEmpty();
    }

    @Test
    void what_is_new_is_told_as_it_is_in_the_end() {
        var thing = Thing.of(HistoryKind.COMMITMENT);
        changes.added(thing, thing.id(), value("OPEN"));
        changes.changed(thing, thing.id(), value("OPEN"), value("CANCELLED"));

        assertThat(only().action()).isEqualTo(Action.ADDED);
        assertThat(only().fields())
                .extracting(FieldChange::from, change -> String.valueOf(change.to()))
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, "\"CANCELLED\""));
    }

    @Test
    void what_comes_and_goes_has_not_been_there() {
        var thing = Thing.of(HistoryKind.COMMITMENT);
        changes.added(thing, thing.id(), value("OPEN"));
        changes.removed(thing, thing.id(), value("OPEN"));

        assertThat(changes.entries()).isEmpty();
    }

    @Test
    void what_goes_is_told_as_it_was_before() {
        var thing = Thing.of(HistoryKind.COMMITMENT);
        changes.changed(thing, thing.id(), value("OPEN"), value("CANCELLED"));
        changes.removed(thing, thing.id(), value("CANCELLED"));

        assertThat(only().action()).isEqualTo(Action.REMOVED);
        assertThat(only().fields())
                .extracting(change -> String.valueOf(change.from()))
                .containsExactly("\"OPEN\"");
    }

    @Test
    void the_agreement_comes_first_and_all_of_it_is_one_entry() {
        var line = Thing.of(HistoryKind.LEGAL_EVENT);
        var agreement = Thing.of(HistoryKind.AGREEMENT);
        changes.added(line, line.id(), value("SIGNED"));
        changes.changed(agreement, agreement.id(), value("DRAFT"), value("SIGNED"));

        assertThat(changes.entries()).hasSize(1);
        assertThat(changes.entries().getFirst().changes())
                .extracting(ThingChange::kind)
                .containsExactly(HistoryKind.AGREEMENT, HistoryKind.LEGAL_EVENT);
    }

    @Test
    void what_is_not_for_everybody_is_an_entry_of_its_own() {
        var hidden = new Thing(HistoryKind.DOCUMENT, UUID.randomUUID(), null, new Readers(List.of("PK"), false));
        var open = Thing.of(HistoryKind.DOCUMENT);
        changes.added(hidden, hidden.id(), value("x"));
        changes.added(open, open.id(), value("x"));

        assertThat(changes.entries())
                .extracting(TransactionChanges.Entry::readers)
                .containsExactly(hidden.readers(), Readers.ALL);
    }

    @Test
    void a_reason_counts_when_it_is_new() {
        var thing = new Thing(HistoryKind.DOCUMENT, UUID.randomUUID(), "it is another's", Readers.ALL);
        changes.changed(thing, thing.id(), Map.of(), value("x"));
        assertThat(changes.entries().getFirst().reason()).isNull();

        changes.changed(thing, thing.id(), Map.of(), value("it is another's"));
        assertThat(changes.entries().getFirst().reason()).isEqualTo("it is another's");
    }

    private ThingChange only() {
        return changes.entries().getFirst().changes().getFirst();
    }
}
