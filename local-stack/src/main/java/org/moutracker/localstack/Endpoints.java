package org.moutracker.localstack;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.moutracker.localstack.mail.ReplyBox;

/** The file that tells programs where everything is, for as long as it is there. */
record Endpoints(DataFolder folder, Ports ports, List<Service> services) {

    void write(Map<String, ProcessHandle> running, String superuserPassword) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        services.forEach(service -> content.put(service.endpoint(), service.url()));
        content.put("mailbox", mailbox());
        content.put(
                "postgres",
                "postgresql://%s:%s@127.0.0.1:%d/postgres"
                        .formatted(Postgres.SUPERUSER, superuserPassword, ports.postgres()));
        content.put("kafka", "127.0.0.1:" + ports.kafka());
        content.put("smtp", "127.0.0.1:" + ports.smtp());
        content.put("imap", "127.0.0.1:" + ports.imap());
        content.put("replies", ReplyBox.ADDRESS);
        var pids = new LinkedHashMap<String, Long>();
        running.forEach((name, process) -> pids.put(name, process.pid()));
        pids.put("mou", ProcessHandle.current().pid());
        content.put("pids", pids);
        var json = new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(content);
        PrivateFiles.write(folder.endpoints(), json + "\n");
    }

    void remove() throws IOException {
        Files.deleteIfExists(folder.endpoints());
    }

    String mailbox() {
        return "http://127.0.0.1:" + ports.mailbox();
    }

    /** What a person wants to know first. */
    String table(boolean simulatedTime) {
        var rows = new LinkedHashMap<String, String>();
        for (var service : services) {
            rows.put(service.title(), service.url() + "/api/v1");
            rows.put(service.title() + ", Swagger UI", service.url() + "/q/swagger-ui");
        }
        rows.put("Mailbox", mailbox());
        rows.put("A token", "./mou token registrar" + data());
        if (simulatedTime) {
            rows.put("The simulated clock", "./mou clock" + data());
        }
        rows.put("Logs", folder.logs().toString());
        rows.put("Data", folder.path().toString());
        rows.put("All addresses", folder.endpoints().toString());
        var width = rows.keySet().stream().mapToInt(String::length).max().orElse(0);
        var table = new StringBuilder();
        rows.forEach((what, where) ->
                table.append("  %s%s  %s%n".formatted(what, " ".repeat(width - what.length()), where)));
        return table.toString();
    }

    private String data() {
        var isDefault = folder.path().equals(Installation.find().root().resolve(".data"));
        return isDefault ? "" : " --data " + folder.path();
    }
}
