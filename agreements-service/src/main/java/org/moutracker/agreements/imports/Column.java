package org.moutracker.agreements.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One column of a flat file: a field of the registration, named as the errors name it, such as
 * {@code parties[0].organization.name}.
 */
record Column(String name, Kind kind, List<Object> path) {

    /** How a cell of it is read. */
    enum Kind {
        TEXT,
        NUMBER,
        /** Several, with {@code |} between them. */
        LIST,
        /** {@code JOINT}, or the codes of two parties with {@code >} between them. */
        DIRECTION,
        JSON
    }

    private static final Pattern INDEX = Pattern.compile("\\[(\\d{1,2})]");
    private static final Pattern TITLE = Pattern.compile("title\\.[A-Za-z][A-Za-z0-9-]{1,34}");

    private static final Map<String, Kind> KNOWN = known();

    private static Map<String, Kind> known() {
        var known = new HashMap<String, Kind>();
        texts(known, "", "reference type bindingness survival");
        texts(known, "externalIdentifiers[].", "scheme value");
        texts(known, "parties[].", "code side onBehalfOf");
        texts(known, "parties[].organization.", "id name kind country zone calendar");
        texts(known, "signatures[].", "party signedOn place person.name person.capacity");
        texts(known, "areas[].", "name");
        texts(known, "entryIntoForce.", "kind on then clause");
        texts(known, "term.", "period until terminationNotice clause renewal.period renewal.objection");
        texts(known, "sources[].", "title uri publishedOn confidence");
        texts(known, "legalEvents[].", "type occurredOn effectiveOn party period note");
        texts(known, "commitments[].", "code title kind basis clause mode");
        for (var number : List.of("entryIntoForce.consents", "term.renewal.times", "commitments[].weight")) {
            known.put(number, Kind.NUMBER);
        }
        for (var list : List.of("initiatives", "signatures[].person.variants", "legalEvents[].areas")) {
            known.put(list, Kind.LIST);
        }
        for (var list : List.of("obligors", "beneficiaries", "areas", "dependsOn", "unless")) {
            known.put("commitments[]." + list, Kind.LIST);
        }
        for (var json : List.of("rule", "body", "recurrence", "target")) {
            known.put("commitments[]." + json, Kind.JSON);
        }
        known.put("areas[].direction", Kind.DIRECTION);
        return known;
    }

    private static void texts(Map<String, Kind> known, String path, String names) {
        for (var name : names.split(" ", -1)) {
            known.put(path + name, Kind.TEXT);
        }
    }

    /** Empty for a name that is none. */
    static Optional<Column> named(String name) {
        var kind = TITLE.matcher(name).matches()
                ? Kind.TEXT
                : KNOWN.get(INDEX.matcher(name).replaceAll("[]"));
        return Optional.ofNullable(kind).map(known -> new Column(name, known, path(name)));
    }

    private static List<Object> path(String name) {
        var path = new ArrayList<Object>();
        for (var step : name.split("\\.", -1)) {
            var index = INDEX.matcher(step);
            if (index.find()) {
                path.add(step.substring(0, index.start()));
                path.add(Integer.valueOf(index.group(1)));
            } else {
                path.add(step);
            }
        }
        return List.copyOf(path);
    }
}
