package uk.followmycase.isolation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Asks PostgreSQL's own catalogue whether the zones hold, table by table. */
final class Catalogue {

  private final JdbcClient jdbc;

  /** Looks as a superuser does. */
  Catalogue(DataSource superuser) {
    jdbc = JdbcClient.create(superuser);
  }

  /** Everything wrong, each with what to do about it; empty when the zones hold. */
  List<String> faults() {
    var faults = new ArrayList<String>(checks().flatMap(this::ask).toList());
    unlisted("people", Zones.PEOPLE).forEach(faults::add);
    unlisted("plumbing", Zones.PLUMBING).forEach(faults::add);
    wordsOfPlumbing().forEach(faults::add);
    definers().forEach(faults::add);
    return faults;
  }

  /** Each check is one query that answers with what is wrong. */
  private static Stream<String> checks() {
    try (var file = Catalogue.class.getResourceAsStream("catalogue.sql")) {
      if (file == null) {
        throw new IllegalStateException("catalogue.sql is missing");
      }
      var text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(text.split(";\\s*\\n")).filter(query -> !query.isBlank());
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
  }

  private Stream<String> ask(String query) {
    return jdbc.sql(query).query(String.class).list().stream().map(Objects::requireNonNull);
  }

  private Stream<String> unlisted(String schema, Set<String> listed) {
    return ask("select relname from pg_class where relkind in ('r', 'p', 'f') and relnamespace = '"
            + schema
            + "'::regnamespace")
        .filter(table -> !listed.contains(table))
        .map(
            table ->
                schema
                    + "."
                    + table
                    + ": not listed. Wall it in police, or list it in Zones with the reason");
  }

  private Stream<String> wordsOfPlumbing() {
    return ask("""
        select relname || '.' || attname from pg_attribute a
        join pg_class c on c.oid = attrelid and relkind in ('r', 'p') and relnamespace = 'plumbing'::regnamespace
        join pg_type t on t.oid = atttypid
        where attnum > 0 and not attisdropped and typcategory not in ('N', 'B', 'D', 'T', 'E') and typname <> 'uuid'
        """)
        .filter(column -> !listed(Zones.WORDS_OF_PLUMBING, column))
        .map(
            column ->
                "plumbing."
                    + column
                    + ": can hold words. Move it behind the wall, or list it in Zones with the reason");
  }

  private static boolean listed(Set<String> list, String column) {
    return list.contains(column) || list.contains(column.substring(0, column.indexOf('.')) + ".*");
  }

  private Stream<String> definers() {
    return ask("""
        select pronamespace::regnamespace || '.' || proname from pg_proc
        where prosecdef and pronamespace not in ('pg_catalog'::regnamespace, 'information_schema'::regnamespace)
        """)
        .filter(function -> !Zones.DEFINERS.contains(function))
        .map(
            function ->
                function + ": runs with its owner's rights. Make it SECURITY INVOKER, or list it");
  }
}
