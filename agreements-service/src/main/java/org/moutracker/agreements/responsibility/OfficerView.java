package org.moutracker.agreements.responsibility;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.moutracker.agreements.person.Person;

/** Somebody who can be responsible. */
@Schema(name = "Officer", description = "Somebody who can be responsible: the subject of a token, and the person.")
record OfficerView(
        @Schema(required = true, examples = "a-khan") String subject,
        @Schema(required = true) Person person) {}
