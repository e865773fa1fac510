package org.moutracker.agreements.json;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdScalarSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import jakarta.inject.Singleton;
import java.io.IOException;
import org.moutracker.timerules.PartialDate;

/** Days known in full or in part are their EDTF text, in JSON. */
@Singleton
class PartialDates implements ObjectMapperCustomizer {

    @Override
    public void customize(ObjectMapper json) {
        json.registerModule(new SimpleModule("partial dates")
                .addSerializer(new Writer())
                .addDeserializer(PartialDate.class, new Reader()));
    }

    private static final class Writer extends StdScalarSerializer<PartialDate> {

        private static final long serialVersionUID = 1;

        Writer() {
            super(PartialDate.class);
        }

        @Override
        public void serialize(PartialDate day, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeString(day.toString());
        }
    }

    private static final class Reader extends FromStringDeserializer<PartialDate> {

        private static final long serialVersionUID = 1;

        Reader() {
            super(PartialDate.class);
        }

        @Override
        protected PartialDate _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return PartialDate.parse(text);
            } catch (IllegalArgumentException e) {
                // As it is, so that a caller reads what is wrong with the text.
                throw context.instantiationException(PartialDate.class, e);
            }
        }
    }
}
