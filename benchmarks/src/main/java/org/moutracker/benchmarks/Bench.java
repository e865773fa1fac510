package org.moutracker.benchmarks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The process behind {@code ./mou bench}. */
final class Bench {
    private Bench() {}

    public static void main(String[] words) throws Exception {
        try {
            var arguments = Arguments.parse(List.of(words));
            if (arguments.name().isEmpty()) {
                System.out.printf("Usage: ./mou bench NAME [--json FILE], where NAME is one of%n%n%s", Choice.list());
                return;
            }
            var name = arguments.name().get();
            var choices = Choice.named(name)
                    .orElseThrow(() -> new IllegalArgumentException(
                            "There is no benchmark \"%s\". There are:%n%s".formatted(name, Choice.list())));
            var results = run(choices, arguments);
            System.out.printf("%n%s", results.table());
            if (arguments.json().isPresent()) {
                results.write(arguments.json().get());
            }
        } catch (IllegalArgumentException | IOException | IllegalStateException e) {
            System.err.println("mou: " + e.getMessage());
            System.exit(1);
        }
    }

    /** Each on a stack of its own, so that none is slowed by what another left behind. */
    private static Results run(List<Choice> choices, Arguments arguments) throws Exception {
        var root = Path.of(System.getProperty("mou.root", "")).toAbsolutePath();
        var rows = new ArrayList<Row>();
        for (var choice : choices) {
            Progress.say("%s: starting the product".formatted(choice.name()));
            try (var product = Product.start(root)) {
                rows.addAll(choice.benchmark().with(arguments).measure(product));
            }
        }
        return new Results(rows);
    }
}
