package org.moutracker.agreements.access;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.agreements.AgreementsTest;
import org.moutracker.platform.testing.AccessMatrix;

@AgreementsTest
class AccessTest {

    private final AccessMatrix matrix = new AccessMatrix(
            Path.of(requireNonNull(System.getProperty("mou.root")), "agreements-service/openapi.yaml"));

    AccessTest() throws IOException {}

    @Test
    void every_operation_has_a_line_and_every_line_an_operation() {
        matrix.assertSameOperations();
    }

    @Test
    void without_a_token_nothing_answers_but_what_is_open() {
        matrix.assertClosedToNobody();
    }

    static Stream<AccessMatrix.Asker> everybody() {
        return AccessMatrix.askers();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("everybody")
    void each_role_on_each_side_reaches_what_the_table_says(AccessMatrix.Asker asker) {
        matrix.assertAsTheTableSays(asker);
    }
}
