package org.moutracker.localstack.mail;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.net.URLDecoder;
import java.util.Optional;
import java.util.stream.Stream;

/** What a request asks for behind the question mark. */
record Query(HttpExchange exchange) {

    /** The number under that name; whatever is no positive number counts as none. */
    long number(String name, long otherwise) {
        return text(name)
                .filter(text -> text.matches("\\d{1,15}"))
                .map(Long::parseLong)
                .orElse(otherwise);
    }

    Optional<String> text(String name) {
        var query = Optional.ofNullable(exchange.getRequestURI().getRawQuery()).orElse("");
        return Stream.of(query.split("&", -1))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> URLDecoder.decode(pair.substring(name.length() + 1), UTF_8))
                .findFirst();
    }
}
