package org.moutracker.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Very many agreements, copied from a few dozen that were registered through the API: between Pakistan and forty other
 * countries, about ten subjects, in English, and each second one also in Arabic, Chinese, Urdu or French. Every one names a
 * district that twenty of them name, and was registered a minute after the one before it. A twentieth of them was signed on
 * a day that is known in part.
 */
record Archive(int agreements) {

    static final int USUAL = 1_000_000;

    private static final int PORTION = 100_000;
    private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final String ID = "('00dc6acf-ac00-7000-8000-' || lpad(to_hex(g), 12, '0'))::uuid";

    static final List<String> COUNTRIES = List.of(
            "PS", "CN", "SA", "AE", "TR", "IR", "EG", "JO", "KW", "QA", "OM", "MA", "TN", "DZ", "FR", "DE", "GB", "IT",
            "ES", "PT", "NL", "BE", "SE", "NO", "DK", "FI", "PL", "CZ", "AT", "CH", "US", "CA", "BR", "AR", "JP", "KR",
            "MY", "ID", "TH", "KE");

    private static final List<String> TYPES = List.of(
            "MEMORANDUM_OF_UNDERSTANDING",
            "MEMORANDUM_OF_UNDERSTANDING",
            "MEMORANDUM_OF_UNDERSTANDING",
            "AGREEMENT",
            "PROTOCOL",
            "LETTER_OF_INTENT");

    /** What it is about, in five languages. */
    private record Subject(String en, String ar, String zh, String ur, String fr) {}

    private static final List<Subject> SUBJECTS = List.of(
            new Subject("health", "الصحة", "卫生", "صحت", "santé"),
            new Subject("cancer research", "أبحاث السرطان", "癌症医学研究", "کینسر کی تحقیق", "recherche sur le cancer"),
            new Subject("higher education", "التعليم العالي", "高等教育", "اعلیٰ تعلیم", "enseignement supérieur"),
            new Subject("agriculture", "الزراعة", "农业", "زراعت", "agriculture"),
            new Subject("water management", "إدارة المياه", "水资源管理", "آبی انتظام", "gestion de l'eau"),
            new Subject("railways", "السكك الحديدية", "铁路", "ریلوے", "chemins de fer"),
            new Subject("renewable energy", "الطاقة المتجددة", "可再生能源", "قابل تجدید توانائی", "énergie renouvelable"),
            new Subject("customs", "الجمارك", "海关", "کسٹمز", "douanes"),
            new Subject("culture and tourism", "الثقافة والسياحة", "文化和旅游", "ثقافت اور سیاحت", "culture et tourisme"),
            new Subject("disaster relief", "الإغاثة", "救灾", "آفات سے بچاؤ", "secours en cas de catastrophe"));

    /** Registers those that the others are copied from, and copies them. */
    void settle(Database database, Registrations registrations) throws Exception {
        var templates = new ArrayList<UUID>();
        for (var i = 0; i < COUNTRIES.size() * 2; i++) {
            templates.add(registrations.register(form(registrations, i)));
        }
        try (var connection = database.connect();
                var statement = connection.createStatement()) {
            var indexes = apart(statement);
            connection.setAutoCommit(false);
            statement.execute("CREATE TEMPORARY TABLE template AS SELECT a.*, of.place - 1 AS place FROM agreement a "
                    + "JOIN unnest('{%s}'::uuid[]) WITH ORDINALITY AS of (id, place) USING (id)"
                            .formatted(String.join(
                                    ",", templates.stream().map(UUID::toString).toList())));
            for (var from = 0; from < agreements; from += PORTION) {
                statement.execute(copy(connection, from, Math.min(from + PORTION, agreements)));
                connection.commit();
            }
            statement.execute("SET maintenance_work_mem = '512MB'");
            for (var index : indexes) {
                statement.execute(index);
            }
            connection.commit();
            connection.setAutoCommit(true);
            statement.execute("VACUUM (ANALYZE) agreement");
        }
    }

    /** Takes the larger indexes away, since they are made quicker at once; answers how. */
    private static List<String> apart(Statement statement) throws SQLException {
        var names = new ArrayList<String>();
        var indexes = new ArrayList<String>();
        try (var row =
                statement.executeQuery("SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'agreement' "
                        + "AND schemaname = 'public' AND indexdef NOT LIKE 'CREATE UNIQUE%'")) {
            while (row.next()) {
                names.add(row.getString(1));
                indexes.add(row.getString(2));
            }
        }
        for (var name : names) {
            statement.execute("DROP INDEX " + name);
        }
        return indexes;
    }

    private static ObjectNode form(Registrations registrations, int number) throws IOException {
        var country = COUNTRIES.get(number % COUNTRIES.size());
        var subject = SUBJECTS.get(number % SUBJECTS.size());
        var form = (ObjectNode) new ObjectMapper().readTree(registrations.form());
        form.put("type", TYPES.get(number % TYPES.size()));
        var title = form.putObject("title").put("en", "Memorandum of Understanding on cooperation in " + subject.en());
        switch (number % 8) {
            case 1 -> title.put("ar", "مذكرة تفاهم بشأن التعاون في مجال " + subject.ar());
            case 3 -> title.put("zh", "关于" + subject.zh() + "合作的谅解备忘录");
            case 5 -> title.put("ur", subject.ur() + " کے شعبے میں تعاون کی مفاہمتی یادداشت");
            case 7 -> title.put("fr", "Mémorandum d'entente sur la coopération en matière de " + subject.fr());
            default -> {}
        }
        var other = (ObjectNode) form.at("/parties/1");
        other.put("code", country);
        ((ObjectNode) other.get("organization"))
                .put("name", "Ministry of %s of %s".formatted(subject.en(), country))
                .put("country", country)
                .put("calendar", country);
        ((ObjectNode) form.at("/signatures/1")).put("party", country);
        form.putArray("areas").addObject().put("name", subject.en()).put("direction", "JOINT");
        form.putArray("initiatives").add(number % 3 == 0 ? "CPEC" : "BRI");
        form.remove("commitments");
        return form;
    }

    /** Each column as it is in the template, or as it differs from it. */
    private static String copy(Connection connection, int from, int to) throws SQLException {
        var values = new ArrayList<String>();
        var columns = new ArrayList<String>();
        try (var statement = connection.createStatement();
                var row = statement.executeQuery("SELECT * FROM agreement LIMIT 0")) {
            for (var i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                var column = row.getMetaData().getColumnName(i);
                columns.add(column);
                values.add(value(column));
            }
        }
        return """
                INSERT INTO agreement (%s)
                SELECT %s FROM generate_series(%d, %d) AS g
                JOIN template t ON t.place = (g::bigint * 7919 + g / 80) %% %d,
                LATERAL (SELECT date '1970-01-01' + (g::bigint * 7907 %% 20000)::integer AS day,
                    'district' || to_hex(g %% greatest(%d / 20, 1)) AS district) AS of
                """.formatted(
                        String.join(", ", columns),
                        String.join(", ", values),
                        from,
                        to - 1,
                        COUNTRIES.size() * 2,
                        Math.max(to, 1));
    }

    private static String value(String column) {
        return switch (column) {
            case "id" -> ID;
            case "reference" -> "'A-' || g";
            case "title" -> "jsonb_set(title, '{en}', to_jsonb((title ->> 'en') || ' for ' || district))";
            case "words" -> "t.words || ('''' || district || ''':500 ''a'':600 ''' || g || ''':601')::tsvector";
            case "status" -> STATUS;
            case "signed_sort", "in_force_sort", "entered_into_force_on" -> "day";
            case "signed_last", "in_force_last" -> "CASE WHEN g % 20 = 7 THEN day + 27 ELSE day END";
            case "facts" ->
                "jsonb_build_object('SIGNATURE', CASE WHEN g % 20 = 7 THEN day || '/' || (day + 27) ELSE "
                        + "day::text END)";
            case "registered_at", "changed_at" -> "timestamptz '%s' + g * interval '1 minute'".formatted(BEGIN);
            case "next_transition_at" -> "NULL";
            default -> "t." + column;
        };
    }

    private static final String STATUS = """
            CASE WHEN g % 100 < 70 THEN 'IN_FORCE' WHEN g % 100 < 82 THEN 'EXPIRED' WHEN g % 100 < 90 THEN 'TERMINATED'
                 WHEN g % 100 < 95 THEN 'SIGNED' WHEN g % 100 < 99 THEN 'SUSPENDED' ELSE 'DRAFT' END""";

    /** A district that a few agreements name. */
    String anyDistrict() {
        return "district" + Integer.toHexString(ThreadLocalRandom.current().nextInt(Math.max(agreements / 20, 1)));
    }

    static String anyCountry() {
        return COUNTRIES.get(ThreadLocalRandom.current().nextInt(COUNTRIES.size()));
    }

    UUID id(int number) {
        return UUID.fromString("00dc6acf-ac00-7000-8000-%012x".formatted(number));
    }

    static Instant registeredAt(int number) {
        return BEGIN.plusSeconds(60L * number);
    }
}
