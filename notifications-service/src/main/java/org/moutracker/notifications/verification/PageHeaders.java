package org.moutracker.notifications.verification;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import org.moutracker.notifications.inbox.InboxPage;

/** What every answer says whose address is a key, refusals too: it must not travel. */
@Provider
public class PageHeaders implements ContainerResponseFilter {

    private static final Map<String, String> POLICIES =
            Map.of("/address-verifications/", Page.STYLE.policy(), "/inboxes/", InboxPage.LOOKS.policy());

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        var path = request.getUriInfo().getPath();
        POLICIES.forEach((begin, policy) -> {
            if (path.startsWith(begin)) {
                say(policy, response);
            }
        });
    }

    private static void say(String policy, ContainerResponseContext response) {
        var headers = response.getHeaders();
        headers.putSingle("Referrer-Policy", "no-referrer");
        headers.putSingle("Cache-Control", "no-store");
        headers.putSingle("Content-Security-Policy", policy);
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("X-Frame-Options", "DENY");
        headers.putSingle("X-Robots-Tag", "noindex, nofollow");
        headers.putSingle("Cross-Origin-Opener-Policy", "same-origin");
    }
}
