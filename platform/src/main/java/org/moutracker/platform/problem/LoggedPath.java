package org.moutracker.platform.problem;

/** As much of a request's path as may stand in a log: what follows outside the API is a key to whoever reads it. */
public final class LoggedPath {

    private static final String API = "/api/";

    private LoggedPath() {}

    public static String of(String path) {
        var end = path.indexOf('/', 1);
        return path.startsWith(API) || end < 0 ? path : path.substring(0, end) + "/…";
    }
}
