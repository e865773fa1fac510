package org.moutracker.platform.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Formatter;
import java.util.regex.Pattern;
import org.jboss.logmanager.ExtHandler;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.LogContext;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Reads what the whole suite logs, and fails the class after which a mail address, a token or a password stands there. It is
 * found by itself, so that no test can forget it.
 */
public final class DiscreetLogs implements BeforeAllCallback, BeforeEachCallback, AfterAllCallback {

    private static final Map<String, Pattern> SECRETS = Map.of(
            "a mail address",
                    Pattern.compile("[\\p{L}\\p{N}.+_-]+@[\\p{L}\\p{N}-]+(\\.[\\p{L}\\p{N}-]+)*\\.\\p{L}{2,}"),
            "a token", Pattern.compile("eyJ[\\w-]{8,}"),
            "a password", Pattern.compile("(?i)(password|secret)\\s*=\\s*(?!null\\b|\\[hidden])\\S"));

    private static final List<String> TOLD = new CopyOnWriteArrayList<>();
    private static final Listener LISTENER = new Listener();

    /** One for the whole JVM. */
    private static final class Listener extends ExtHandler {

        private static final Formatter MESSAGE_AND_CAUSES = new PatternFormatter("%s%e");

        @Override
        protected void doPublish(ExtLogRecord line) {
            var text = MESSAGE_AND_CAUSES.format(line);
            SECRETS.forEach((what, pattern) -> {
                if (pattern.matcher(text).find()) {
                    TOLD.add("%s, by %s: %s".formatted(what, line.getLoggerName(), text));
                }
            });
        }
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        listen();
    }

    /** Quarkus sets its logs up anew whenever it starts, and forgets who listened. */
    @Override
    public void beforeEach(ExtensionContext context) {
        listen();
    }

    private static void listen() {
        var root = LogContext.getLogContext().getLogger("");
        root.removeHandler(LISTENER);
        root.addHandler(LISTENER);
    }

    @Override
    public void afterAll(ExtensionContext context) {
        var told = List.copyOf(TOLD);
        TOLD.clear();
        assertThat(told).as("what no log may tell").isEmpty();
    }
}
