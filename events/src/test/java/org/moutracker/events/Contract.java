package org.moutracker.events;

import static java.util.stream.Collectors.toMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** What stands in the folder of the contract. */
final class Contract {

    static final Path FOLDER = Path.of(System.getProperty("basedir", "")).toAbsolutePath();

    private static final String JSON = ".json";

    private Contract() {}

    /** Every sample by its type. */
    static Map<String, JsonNode> samples() {
        var mapper = new ObjectMapper();
        var samples = new TreeMap<String, JsonNode>();
        sampleFiles().forEach((name, file) -> {
            try {
                samples.put(name.substring(0, name.length() - JSON.length()), mapper.readTree(file.toFile()));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
        return samples;
    }

    static Map<String, Path> sampleFiles() {
        try (var files = Files.list(FOLDER.resolve("samples"))) {
            return files.collect(toMap(file -> file.getFileName().toString(), file -> file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static JsonNode asyncApi() {
        try {
            return new ObjectMapper(new YAMLFactory()).readTree(read("asyncapi.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Map<String, String> properties(String name) {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(FOLDER.resolve(name))) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.stringPropertyNames().stream().collect(toMap(key -> key, properties::getProperty));
    }

    static String read(String name) {
        try {
            return Files.readString(FOLDER.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
