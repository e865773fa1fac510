package org.moutracker.platform.testing;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;

/** What somebody sends who means no good, or whose program is broken. */
final class Hostility {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    // Unpaired surrogates can be sent as escapes alone.
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "\u0000",
            "a\u0000b",
            "\uD800",
            "x\uDC00\uD800y",
            "\uFFFF\uFEFF",
            "\u202Egnp.exe",
            "\u0661\u0662",
            "' OR 1=1 --",
            "'; DROP TABLE agreement; --",
            "%' AND pg_sleep(9)::text = '",
            "\\",
            "%_%%",
            "<script>alert(1)</script>",
            "\"><img src=x onerror=alert(1)>",
            "{{7*7}} ${7*7} #{7*7} {cdi:config} {#each}",
            "${jndi:ldap://127.0.0.1/a}",
            "../../../../etc/passwd",
            "..\\..\\windows\\win.ini",
            "\r\nX-Injected: yes\r\n\r\n<b>",
            "9999999-99-99",
            "+999999999-12-31",
            "-999999999-01-01",
            "0000-00-00",
            "2025-02-30",
            "2025-09-17T25:61:61Z",
            "+1000000000-12-31T23:59:59.999999999Z",
            "-1000000000-01-01T00:00:00Z",
            "9999-12-31T23:59:59-18:00",
            "XXXX-XX-XX",
            "../..",
            "P999999999Y",
            "P2147483648D",
            "-P1D",
            "PT99999999999999H",
            "PT0S",
            "R99999999/P1D",
            "Europe/Nowhere",
            "00000000-0000-0000-0000-000000000000",
            "1-1-1-1-1",
            "NaN",
            "1e309",
            "-0",
            "18446744073709551616",
            "null",
            "true",
            "[]",
            "*",
            "\"",
            ",",
            "a@b@c",
            "x@\u0000.example",
            "http://[::1]:99999/",
            "javascript:alert(1)",
            "zz-ZZ-zzzzzzzzzzzz",
            "x".repeat(300),
            "x".repeat(5_000),
            "\uD83D\uDE00".repeat(2_500),
            "(".repeat(3_000),
            "a ".repeat(3_000));

    private static final List<String> NUMBERS = List.of(
            "-1",
            "0",
            "-0.0",
            "1.5",
            "2147483648",
            "-2147483649",
            "9223372036854775808",
            "18446744073709551616",
            "1e308",
            "1e400",
            "-1e400",
            "1e-400",
            "1E+2147483647",
            "1e-999999999",
            "99999999999999999999999999999999999999",
            "9".repeat(2_000),
            "0." + "3".repeat(45));

    private final Random chance;

    Hostility(Random chance) {
        this.chance = chance;
    }

    <T> T oneOf(List<T> some) {
        return some.get(chance.nextInt(some.size()));
    }

    boolean in(int cases) {
        return chance.nextInt(cases) == 0;
    }

    String text() {
        return oneOf(TEXTS);
    }

    JsonNode value() {
        return switch (chance.nextInt(8)) {
            case 0, 1, 2 -> NODES.textNode(text());
            case 3 -> NODES.rawValueNode(new RawValue(oneOf(NUMBERS)));
            case 4 -> NODES.nullNode();
            case 5 -> NODES.booleanNode(chance.nextBoolean());
            case 6 -> NODES.objectNode().put(text(), 1);
            default -> NODES.arrayNode().add(text()).addNull().add(NODES.arrayNode());
        };
    }

    /** A body that has up to three wrong things in it, wherever. */
    JsonNode spoil(JsonNode right) {
        var body = right.deepCopy();
        for (var times = 1 + chance.nextInt(3); times > 0; times--) {
            var holders = new ArrayList<JsonNode>();
            collect(body, holders);
            if (holders.isEmpty()) {
                return value();
            }
            switch (oneOf(holders)) {
                case ObjectNode object -> spoil(object);
                case ArrayNode array -> spoil(array);
                default -> throw new IllegalStateException();
            }
        }
        return body;
    }

    private void spoil(ObjectNode object) {
        var names = new ArrayList<String>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty() || in(10)) {
            object.set(text(), value());
        } else if (in(6)) {
            object.remove(oneOf(names));
        } else {
            object.set(oneOf(names), value());
        }
    }

    private void spoil(ArrayNode array) {
        if (array.isEmpty() || in(3)) {
            array.add(value());
        } else if (in(4)) {
            var same = array.get(0);
            for (var i = 0; i < 300; i++) {
                array.add(same);
            }
        } else {
            array.set(chance.nextInt(array.size()), value());
        }
    }

    private static void collect(JsonNode node, List<JsonNode> holders) {
        if (node.isContainerNode()) {
            holders.add(node);
            node.forEach(child -> collect(child, holders));
        }
    }

    byte[] bytes(JsonNode body) {
        try {
            return JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A body that is broken as a whole. */
    byte[] broken(JsonNode right) {
        var text = new String(bytes(right), UTF_8);
        return switch (chance.nextInt(14)) {
            case 0 -> text.substring(0, text.length() / 2).getBytes(UTF_8);
            case 1 -> (text + text).getBytes(UTF_8);
            case 2 -> text.replaceFirst("\\{", "{\"x\": 1, \"x\": 2, ").getBytes(UTF_8);
            case 3 -> text.getBytes(UTF_16LE);
            case 4 -> new byte[] {(byte) 0xC3, 0x28, (byte) 0xFF, (byte) 0xFE, 0, 1, 2};
            case 5 -> "[".repeat(100_000).getBytes(UTF_8);
            case 6 -> ("{\"a\":".repeat(2_000) + "1" + "}".repeat(2_000)).getBytes(UTF_8);
            case 7 -> ("[" + "{},".repeat(200_000) + "{}]").getBytes(UTF_8);
            case 8 -> ("{\"" + "x".repeat(500_000) + "\": 1}").getBytes(UTF_8);
            case 9 -> ("\"" + "x".repeat(900_000) + "\"").getBytes(UTF_8);
            case 10 -> "9".repeat(500_000).getBytes(UTF_8);
            case 11 -> bomb();
            case 12 -> new byte[0];
            default ->
                text.replaceAll("\"[a-zA-Z]+\":", "$0 " + oneOf(NUMBERS) + ", $0 ")
                        .getBytes(UTF_8);
        };
    }

    /** Twenty megabytes in twenty kilobytes. */
    private static byte[] bomb() {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(new byte[20_000_000]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
