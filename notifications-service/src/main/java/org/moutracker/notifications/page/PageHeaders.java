package org.moutracker.notifications.page;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;

/** What every answer below the pages says, refusals too: the address is a key and must not travel. */
@Provider
public class PageHeaders implements ContainerResponseFilter {

    /** What a browser may do with a page; one that has a script says so itself. */
    public static final String POLICY = "Content-Security-Policy";

    private static final List<String> PAGES =
            List.of("/address-verifications/", "/actions/", "/opt-outs/", "/inboxes/");

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (PAGES.stream().noneMatch(request.getUriInfo().getPath()::startsWith)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("Cache-Control", "no-store");
        if (!headers.containsKey(POLICY)) {
            headers.putSingle(POLICY, Frame.STYLE.policy());
        }
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("X-Robots-Tag", "noindex, nofollow");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    }
}
