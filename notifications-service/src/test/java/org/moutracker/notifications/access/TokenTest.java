package org.moutracker.notifications.access;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.moutracker.notifications.NotificationsTest;
import org.moutracker.platform.testing.TokenAttacks;

@NotificationsTest
class TokenTest {

    static Stream<TokenAttacks.Attack> attacks() {
        return TokenAttacks.all();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("attacks")
    void it_opens_nothing_and_is_noted(TokenAttacks.Attack attack) {
        TokenAttacks.assertRefused(attack, "GET", "/api/v1/holds");
        TokenAttacks.assertRefused(attack, "POST", "/api/v1/holds");
    }
}
