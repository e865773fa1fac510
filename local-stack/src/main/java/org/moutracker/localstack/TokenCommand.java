package org.moutracker.localstack;

import java.io.IOException;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** {@code ./mou token}: prints a bearer token and nothing else. */
final class TokenCommand {
    private TokenCommand() {}

    public static void main(String[] arguments) {
        Command.perform(() -> System.out.println(token(List.of(arguments))));
    }

    private static String token(List<String> arguments) throws IOException {
        var options = Options.parse(arguments, Set.of("--party", "--name", "--mail", "--for", "--data"), Set.of());
        options.refuseMoreWordsThan(1);
        if (options.words().isEmpty()) {
            throw new IllegalArgumentException("Name a role: one of " + String.join(", ", TokenRequest.ROLES));
        }
        var request = TokenRequest.of(options.words().getFirst());
        request = options.value("--party").map(request::withParty).orElse(request);
        request = options.value("--name").map(request::withName).orElse(request);
        request = options.value("--mail").map(request::withMail).orElse(request);
        request = options.value("--for")
                .map(TokenCommand::duration)
                .map(request::withValidFor)
                .orElse(request);
        var folder = UpOptions.data(options, Installation.find().root().resolve(".data"));
        Claim.requireOn(folder.path());
        return LocalTokens.in(folder.keys()).sign(request);
    }

    /** "1h", "30m" and "7d", and what ISO 8601 has for them. */
    private static Duration duration(String text) {
        var upper = text.toUpperCase(Locale.ROOT);
        var iso = upper.startsWith("P") ? upper : (upper.endsWith("D") ? "P" : "PT") + upper;
        try {
            return Duration.parse(iso);
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(
                    "\"%s\" is no duration: write for example 30m, 1h or 7d".formatted(text));
        }
    }
}
