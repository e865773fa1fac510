package org.moutracker.localstack.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The process behind {@code ./mou demo}: tells the story on a stack of its own, and fails if it goes otherwise. */
final class Demo {

    private static final String BEGINNING = "2025-09-17T12:00:00+05:00";

    private Demo() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var options = List.of(arguments);
        var missed = options.equals(List.of("--miss"));
        if (!options.isEmpty() && !missed) {
            System.err.println(
                    "mou: \"%s\" is not known here: see ./mou demo --help".formatted(String.join(" ", options)));
            System.exit(1);
        }
        var begin = System.nanoTime();
        System.out.println("Starting a fresh stack; its clock stands at noon of 17 September 2025 in Islamabad.\n");
        var failure = tell(missed);
        if (failure != null) {
            System.err.println("\nmou: the story went otherwise: " + failure);
            System.exit(1);
        }
        System.out.printf("%nAll as expected, after %d s.%n", (System.nanoTime() - begin) / 1_000_000_000);
        System.exit(0);
    }

    private static @Nullable String tell(boolean missed) throws IOException, InterruptedException {
        var root = Path.of(Objects.requireNonNull(System.getProperty("mou.root"), "mou sets it"));
        try (var stack = DemoStack.start(root, BEGINNING);
                var client = new ServiceClient(stack.token("registrar"))) {
            // A Ctrl-C ends the stack too.
            Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
            var story = new Story(stack, client);
            story.register();
            story.nominateMembers();
            story.alerts(Expected.BEFORE_THE_CO_CHAIRS);
            if (missed) {
                story.alerts(Expected.WHEN_MISSED);
                story.tellOverdue();
            } else {
                story.nominateCoChairs();
                story.letTheDayPass();
            }
            return null;
        } catch (Unexpected e) {
            return e.getMessage();
        }
    }
}
