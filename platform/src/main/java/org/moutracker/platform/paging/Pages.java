package org.moutracker.platform.paging;

import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.function.Function;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import org.moutracker.platform.problem.InvalidRequest;

/** Cuts what was read into a page: read one row more than {@link #limit} to know whether there is a next one. */
public final class Pages {

    private static final int USUAL = 50;
    private static final int MOST = 200;

    private Pages() {}

    /** How many items the caller wants: 50 unless told, 400 outside 1 to 200. */
    public static int limit(@Nullable Integer asked) {
        var limit = asked == null ? USUAL : asked;
        if (limit < 1 || limit > MOST) {
            throw new InvalidRequest("limit", "must be from 1 to " + MOST);
        }
        return limit;
    }

    /**
     * Cuts the page and links the next.
     *
     * @param rows up to {@code limit} + 1 rows in the list's order
     * @param position a row's place in that order
     */
    public static <R, T> RestResponse<Page<T>> of(
            List<R> rows, int limit, Function<R, Cursor> position, Function<R, T> view, UriInfo uri) {
        var last = rows.size() <= limit;
        var items = last ? rows : rows.subList(0, limit);
        var next = last ? null : position.apply(items.getLast()).toString();
        var page = RestResponse.ResponseBuilder.ok(
                new Page<>(items.stream().map(view).toList(), next));
        if (next != null) {
            page.header(
                    "Link",
                    "<%s>; rel=\"next\""
                            .formatted(uri.getRequestUriBuilder()
                                    .scheme(null)
                                    .host(null)
                                    .port(-1)
                                    .replaceQueryParam("cursor", next)
                                    .build()));
        }
        return page.build();
    }
}
