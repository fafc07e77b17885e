package followmycase.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import uk.followmycase.support.RunningProduct;

/** A running product with so many forces and cases, and people who may see them. */
final class World implements AutoCloseable {

  private static final int TRIES = 5;
  private static final int SENDERS = 4;
  private static final int LINES_A_CALL = 500;
  private static final int UPDATES_A_CASE = 10;

  private final Path home;
  private final Town town;
  private final RunningProduct product;
  private final Records records;
  private List<Seen> cases = List.of();

  /** A case, by the request with which the person on it sees it. */
  record Seen(byte[] page) {}

  private World(Path home, Town town, RunningProduct product) {
    this.home = home;
    this.town = town;
    this.product = product;
    this.records = new Records(product.port(), home);
  }

  /** Starts it, has the records systems send all cases, and lets everybody in. */
  static World of(Path home, int forces, int cases, String... settings) throws Exception {
    return of(home, Town.of(home, forces), cases, settings);
  }

  /** The same, of forces that are written down already. */
  static World of(Path home, Town town, int cases, String... settings) throws Exception {
    var product = RunningProduct.startAtFullSpeed(home, settings(town, settings));
    try {
      product.awaitLine("ready. Ctrl-C stops it");
      var world = new World(home, town, product);
      world.fill(cases);
      world.letIn();
      product.ask("vacuum analyze");
      return world;
    } catch (Exception failed) {
      product.close();
      throw failed;
    }
  }

  /** One records system of the bench's may ask as much as it can; else its share is measured. */
  private static String[] settings(Town town, String... more) {
    var settings =
        Stream.of(
            "--followmycase.tenants=" + town.tenants(),
            "--followmycase.intake.calls-per-second=1000000",
            "--followmycase.intake.burst=1000000",
            "--followmycase.intake.streams=" + SENDERS);
    return Stream.concat(settings, Stream.of(more)).toArray(String[]::new);
  }

  /** Notices are queued as ever, but none leaves, at whatever hour: that is measured by itself. */
  World silent() {
    product.ask("insert into plumbing.switched_off values (0, 'notices')");
    return this;
  }

  /** Most people follow one case, and each twentieth two: nobody's session is left. */
  World ofManyReaders() {
    product.ask(
        """
        update police.grant_access g set account_id = md5(r.force_id || '/' || r.place - (r.place % 20 = 0)::int)::uuid
        from (select force_id, person_id, row_number() over (partition by force_id order by person_id) as place
              from police.grant_access) r
        where g.force_id = r.force_id and g.person_id = r.person_id
        """);
    product.ask("delete from people.session");
    product.ask("delete from plumbing.account_force");
    product.ask(
        "insert into plumbing.account_force select distinct account_id, force_id from police.grant_access");
    product.ask("vacuum analyze");
    return this;
  }

  RunningProduct product() {
    return product;
  }

  List<Seen> cases() {
    return cases;
  }

  List<String> forces() {
    return town.forces();
  }

  Records records() {
    return records;
  }

  StatementLog log() {
    return new StatementLog(product, home);
  }

  private void fill(int cases) throws InterruptedException, ExecutionException {
    var each = cases / town.forces().size();
    try (var senders = Executors.newFixedThreadPool(SENDERS)) {
      var sent = new ArrayList<Future<?>>();
      for (var force : town.forces()) {
        for (var from = 0; from < each; from += LINES_A_CALL) {
          var numbers = IntStream.range(from, Math.min(each, from + LINES_A_CALL));
          sent.add(senders.submit(() -> send(force, numbers)));
        }
      }
      for (var part : sent) {
        part.get();
      }
    }
  }

  private Void send(String force, IntStream numbers) throws IOException {
    var lines =
        numbers
            .mapToObj(n -> "{\"case\":" + Letters.file("B" + n, n, UPDATES_A_CASE) + "}")
            .toList();
    for (var tries = 1; !accepted(force, lines); tries++) {
      if (tries == TRIES) {
        throw new IllegalStateException("Not possible for " + TRIES + " calls in a row");
      }
      System.err.println("Sends " + lines.size() + " lines again: not possible just now. It said:");
      product.output().lines().filter(said -> said.contains(" WARN ")).forEach(System.err::println);
    }
    return null;
  }

  /** As a records system does: what was not possible just now is sent again. */
  private boolean accepted(String force, List<String> lines) throws IOException {
    try (var wire = new Wire(product.port())) {
      var answer = wire.send(records.stream(force, lines));
      if (answer.text().contains("/problems/unavailable")) {
        return false;
      }
      var held = answer.text().lines().filter(line -> !line.contains("\"refused\"")).count();
      if (answer.status() != 200 || held != lines.size()) {
        throw new IllegalStateException(answer.status() + " " + answer.text());
      }
      return true;
    }
  }

  /** An account with a session for every thousand cases; a grant for every victim. */
  private void letIn() throws SQLException {
    product.ask(
        """
        insert into police.grant_access (force_id, person_id, case_id, account_id, handle, state, proved_digests, opened_at, changed_at)
        select p.force_id, p.id, p.case_id, md5(p.force_id || '/' || row_number() over (partition by p.force_id order by p.id) / 1000)::uuid,
          c.handle, 'OPEN', p.safe_digests, now(), now()
        from police.case_person p join police.case_file c on c.force_id = p.force_id and c.id = p.case_id
        """);
    product.ask(
        "insert into plumbing.account_force select distinct account_id, force_id from police.grant_access");
    var sessions = new ArrayList<Seen>();
    try (var connection = DriverManager.getConnection(product.database("postgres"));
        var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select f.slug, g.force_id, g.account_id, g.handle from police.grant_access g join plumbing.force_register f on f.force_id = g.force_id")) {
      while (rows.next()) {
        sessions.add(
            seen(
                rows.getString(1),
                rows.getInt(2),
                rows.getObject(3, UUID.class),
                rows.getObject(4, UUID.class)));
      }
    }
    product.ask(
        """
        insert into people.session (digest, id, visit, account, signed_in_at, strict, created_at, touched_at)
        select sha256(convert_to(force_id || '/' || 'session-' || account_id, 'UTF8')), gen_random_uuid(), gen_random_uuid(), account_id,
          now(), false, now(), now()
        from (select distinct force_id, account_id from police.grant_access) each
        """);
    cases = sessions;
  }

  private Seen seen(String force, int id, UUID account, UUID handle) {
    var address =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(
                ByteBuffer.allocate(16)
                    .putLong(handle.getMostSignificantBits())
                    .putLong(handle.getLeastSignificantBits())
                    .array());
    var cookie = "Cookie: __Host-fmc=session-" + account + "; __Host-safety=1\r\n";
    var page =
        Wire.request(
            "GET /cases/" + address, force + ".localhost:" + product.port(), cookie, new byte[0]);
    return new Seen(page);
  }

  @Override
  public void close() {
    product.close();
  }
}
