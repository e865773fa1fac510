package org.moutracker.workinggroups.workinggroup;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.moutracker.workinggroups.person.People;
import org.moutracker.workinggroups.person.Person;

/** Erases persons who ask for it. */
@Path("/api/v1/people/{id}/erasure")
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "People")
class ErasureResource {

    private final ErasePerson erasePerson;
    private final People people;
    private final SecurityIdentity caller;

    ErasureResource(ErasePerson erasePerson, People people, SecurityIdentity caller) {
        this.erasePerson = erasePerson;
        this.people = people;
        this.caller = caller;
    }

    /** Says why somebody is to be forgotten. */
    @Schema(name = "Erasure")
    record Erasure(
            @NotBlank @Size(max = 2000) @Schema(required = true, examples = "asked for by letter of 3 March 2026")
            String reason) {}

    @POST
    @Transactional
    @Operation(
            summary = "Erase a person",
            description =
                    "Name and address are gone everywhere; the memberships end, and what was open falls to the side."
                            + " The history keeps a pseudonym. It cannot be undone, and a repeat does no harm.")
    public Person erasePerson(@PathParam("id") UUID id, @NotNull @Valid Erasure erasure) {
        people.get(id);
        erasePerson.by(id, erasure.reason().strip(), caller.getPrincipal().getName());
        return people.get(id);
    }
}
