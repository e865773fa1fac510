package org.moutracker.localstack.mail;

import com.sun.net.httpserver.HttpExchange;

/** What a request asks for behind the question mark. */
record Query(HttpExchange exchange) {

    /** The number under that name; whatever is no positive number counts as none. */
    long number(String name, long otherwise) {
        var query = exchange.getRequestURI().getRawQuery();
        for (var pair : query == null ? new String[0] : query.split("&", -1)) {
            if (pair.matches(name + "=\\d{1,15}")) {
                return Long.parseLong(pair.substring(name.length() + 1));
            }
        }
        return otherwise;
    }
}
