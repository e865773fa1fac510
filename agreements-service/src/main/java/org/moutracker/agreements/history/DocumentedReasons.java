package org.moutracker.agreements.history;

import static org.eclipse.microprofile.openapi.OASFactory.createParameter;
import static org.eclipse.microprofile.openapi.OASFactory.createSchema;

import java.util.regex.Pattern;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.moutracker.platform.http.CommonResponses;

/** Writes into the OpenAPI document that every request that changes something may say why. */
public class DocumentedReasons extends CommonResponses {

    // What belongs to no agreement, or is internal to the register, keeps its own steps, with the reasons of its
    // bodies.
    private static final Pattern OWN_HISTORY =
            Pattern.compile("/api/v1/((organizations|officers|handovers|imports)\\b.*|agreements/[^/]+/officers\\b.*)");

    @Override
    public void filterOpenAPI(OpenAPI document) {
        super.filterOpenAPI(document);
        if (document.getPaths() != null) {
            document.getPaths().getPathItems().forEach((path, item) -> {
                if (!OWN_HISTORY.matcher(path).matches()) {
                    item.getOperations().forEach(DocumentedReasons::describe);
                }
            });
        }
    }

    private static void describe(HttpMethod method, Operation operation) {
        switch (method) {
            case POST, PUT, PATCH, DELETE -> operation.addParameter(reason());
            case GET, HEAD, OPTIONS, TRACE -> {}
        }
    }

    private static Parameter reason() {
        return createParameter()
                .name(ChangeReason.HEADER)
                .in(Parameter.In.HEADER)
                .description(
                        "Why, for the history; stands before a reason in the body. At most %d characters, none of them a "
                                        .formatted(ChangeReason.LONGEST)
                                + "control character, and no mail address. What is not ASCII is written as UTF-8 with percent signs, "
                                + "and a percent sign as %25.")
                .example("The gazette prints another day")
                .schema(createSchema().addType(SchemaType.STRING));
    }
}
