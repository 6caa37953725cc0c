package dev.orderflow.notification.operators;

import dev.orderflow.notification.operators.Alert.FailedEvents;
import dev.orderflow.notification.operators.Alert.Group;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/**
 * The tables operator_digest and operator_letter. A service's row is locked by who adds letters and by who takes them, so
 * that what is added has either a digest to come or makes one.
 */
@Singleton
public class GatheredLetters {

    private static final int LONGEST_TYPE = 100;

    /** What a mail can show. */
    private static final int GROUPS = 20;

    private static final String ENSURE = """
            INSERT INTO operator_digest (service) SELECT unnest($1::text[]) AS service ORDER BY service
            ON CONFLICT DO NOTHING""";

    private static final String LOCK = """
            SELECT service, scheduled FROM operator_digest WHERE service = ANY ($1) ORDER BY service FOR UPDATE""";

    private static final String MARK = "UPDATE operator_digest SET scheduled = $2 WHERE service = ANY ($1)";

    private static final String ADD = """
            INSERT INTO operator_letter (letter_id, service, topic, type, error_type)
            SELECT * FROM unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[]) ON CONFLICT DO NOTHING""";

    private static final String TAKE = """
            WITH taken AS (DELETE FROM operator_letter WHERE service = ANY ($1) RETURNING *)
            SELECT service, topic, type, error_type, count(*) AS letters,
                   (array_agg(letter_id ORDER BY letter_id))[1:3] AS first
            FROM taken GROUP BY service, topic, type, error_type
            ORDER BY service, letters DESC, topic, type, error_type""";

    /** By service, whether a digest is to come. */
    public Uni<Map<String, Boolean>> lock(SqlConnection sql, Collection<String> services) {
        return sql.preparedQuery(ENSURE).execute(names(services)).chain(() -> locked(sql, services));
    }

    /** One statement for each table. */
    public Uni<Void> add(SqlConnection sql, List<NewLetter> letters, Collection<String> scheduled) {
        return sql.preparedQuery(ADD)
                .execute(columns(letters))
                .chain(() -> sql.preparedQuery(MARK).execute(names(scheduled).addBoolean(true)))
                .replaceWithVoid();
    }

    /** Of each service that has any; from now on another digest is needed. */
    Uni<List<FailedEvents>> take(SqlConnection sql, Collection<String> services) {
        return locked(sql, services)
                .chain(() -> sql.preparedQuery(MARK).execute(names(services).addBoolean(false)))
                .chain(() -> sql.preparedQuery(TAKE).execute(names(services)))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(Collectors.groupingBy(
                                row -> row.getString("service"),
                                LinkedHashMap::new,
                                Collectors.mapping(GatheredLetters::group, Collectors.toList()))))
                .map(byService -> byService.entrySet().stream()
                        .map(each -> failed(each.getKey(), each.getValue()))
                        .toList());
    }

    private static Uni<Map<String, Boolean>> locked(SqlConnection sql, Collection<String> services) {
        return sql.preparedQuery(LOCK)
                .execute(names(services))
                .map(rows -> StreamSupport.stream(rows.spliterator(), false)
                        .collect(
                                Collectors.toMap(row -> row.getString("service"), row -> row.getBoolean("scheduled"))));
    }

    private static FailedEvents failed(String service, List<Group> groups) {
        long count = groups.stream().mapToLong(Group::count).sum();
        return new FailedEvents(service, count, groups.stream().limit(GROUPS).toList());
    }

    private static Group group(Row row) {
        return new Group(
                row.getString("topic"),
                row.getString("type"),
                row.getString("error_type"),
                row.getLong("letters"),
                List.of(row.getArrayOfUUIDs("first")));
    }

    /** A record may name what it likes. */
    private static String shortened(String type) {
        return type == null || type.length() <= LONGEST_TYPE ? type : type.substring(0, LONGEST_TYPE);
    }

    private static Tuple names(Collection<String> services) {
        return Tuple.tuple().addArrayOfString(services.toArray(String[]::new));
    }

    private static Tuple columns(List<NewLetter> letters) {
        return Tuple.tuple()
                .addArrayOfUUID(
                        letters.stream().map(each -> each.letter().letterId()).toArray(UUID[]::new))
                .addArrayOfString(text(letters, NewLetter::service))
                .addArrayOfString(text(letters, each -> each.letter().topic()))
                .addArrayOfString(text(letters, each -> shortened(each.letter().type())))
                .addArrayOfString(text(letters, each -> each.letter().errorType()));
    }

    private static String[] text(List<NewLetter> letters, Function<NewLetter, String> value) {
        return letters.stream().map(value).toArray(String[]::new);
    }
}
