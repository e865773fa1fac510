package org.moutracker.platform.problem;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Arrays;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a problem's {@code type} means, for whoever follows it. */
@Path("/problems/{code}")
@PermitAll
@Tag(name = "Problems")
public class ProblemPages {

    @GET
    @Produces(MediaType.TEXT_PLAIN)
    @Operation(summary = "Explain a problem type", description = "Open without a token.")
    public String explain(@PathParam("code") String code) {
        return Arrays.stream(ProblemType.values())
                .filter(type -> type.code().equals(code))
                .findAny()
                .map(type -> "%s (HTTP %d)%n%n%s%n".formatted(type.title(), type.status(), type.meaning()))
                .orElseThrow(() -> new NotFound("problem type"));
    }
}
