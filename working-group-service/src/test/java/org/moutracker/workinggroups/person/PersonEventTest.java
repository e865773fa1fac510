package org.moutracker.workinggroups.person;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.moutracker.workinggroups.Contract;
import org.moutracker.workinggroups.person.PersonEvent.PersonChanged;
import org.moutracker.workinggroups.person.PersonEvent.PersonErased;

@DisplayNameGeneration(ReplaceUnderscores.class)
class PersonEventTest {

    @Test
    void persons_are_told_as_the_samples_say() {
        var ayesha = new Person(
                UUID.fromString("01995778-6000-7000-8000-00000000f001"),
                "Ayesha Khan",
                "ayesha.khan@health.example",
                "ur",
                "Asia/Karachi");
        Contract.requireAsSampled(PersonEvent.class, List.of(new PersonChanged(ayesha), new PersonErased(ayesha.id())));
    }
}
