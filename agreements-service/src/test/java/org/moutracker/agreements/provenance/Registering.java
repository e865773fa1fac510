package org.moutracker.agreements.provenance;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import org.moutracker.agreements.agreement.AgreementForm;
import org.moutracker.agreements.agreement.PartyForm;
import org.moutracker.agreements.agreement.RegisteredAgreements.Registered;
import org.moutracker.agreements.life.Line;
import org.moutracker.timerules.PartialDate;

/** The two agreements that always must work, as they would be registered. */
final class Registering {

    static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new ParameterNamesModule())
            .registerModule(new JavaTimeModule())
            .registerModule(new SimpleModule().addDeserializer(PartialDate.class, new Days()));

    private Registering() {}

    private static final class Days extends FromStringDeserializer<PartialDate> {

        private static final long serialVersionUID = 1;

        Days() {
            super(PartialDate.class);
        }

        @Override
        protected PartialDate _deserialize(String text, DeserializationContext context) {
            return PartialDate.parse(text);
        }
    }

    static Facts healthMou(Line... ledger) {
        return healthMou(form -> {}, ledger);
    }

    static Facts healthMou(Consumer<ObjectNode> change, Line... ledger) {
        return facts("health-mou", change, List.of(ledger));
    }

    static Facts cancerLaboratory() {
        return facts("cancer-laboratory", form -> {}, List.of());
    }

    private static Facts facts(String name, Consumer<ObjectNode> change, List<Line> ledger) {
        try (var file = Registering.class.getResourceAsStream("/requests/" + name + ".json")) {
            var json = (ObjectNode) JSON.readTree(file);
            change.accept(json);
            var form = JSON.treeToValue(json, AgreementForm.class);
            var organizations = form.parties().stream()
                    .collect(toMap(
                            PartyForm::code,
                            party -> Objects.requireNonNull(party.organization().name())));
            return Facts.of(new Registered(form, organizations, null, ledger));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode text(String text) {
        return TextNode.valueOf(text);
    }

    static JsonNode json(String json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Fact fact(Facts facts, String path) {
        return facts.find(path).orElseThrow(() -> new AssertionError("no " + path));
    }
}
