package followmycase.bench;

import java.util.stream.Collectors;
import uk.followmycase.support.Browser;
import uk.followmycase.support.Form;

/**
 * An officer at the desk of a world's first force, with so many open cases among many more. Those
 * of the officer came in through the records API, as all that a page shows; the many are rows made
 * by SQL, which nothing opens. Whose cases they are is written by SQL, too.
 */
record Desk(World world, byte[] work) {

  /** Collar number of the demonstration's officer. */
  private static final String OFFICER = "1001";

  /** Collar numbers of the others, each with as many cases. */
  private static final String OF_OTHERS =
      """
      insert into police.case_file (force_id, id, handle, reference_digest, kind, stage, collar_number, flags, made_at)
      select f.force_id, gen_random_uuid(), gen_random_uuid(), decode(md5('made up ' || n), 'hex'), 'CRIME', 'INVESTIGATING', 'M' || n / %d, '{}', now()
      from generate_series(1, %d) n, (select min(force_id) as force_id from plumbing.force_register where slug = '%s') f""";

  private static final String THEIR_PAGES =
      """
      insert into police.case_page (force_id, case_id, version, told_at, last_at)
      select force_id, id, 1, now(), now() - random() * interval '60 days' from police.case_file where words is null""";

  private static final String THEIR_KEYS =
      """
      insert into police.case_key (force_id, case_id, wrapped)
      select force_id, id, '' from police.case_file where words is null""";

  private static final String OWN =
      """
      update police.case_file set collar_number = '%s' where (force_id, id) in (
        select force_id, id from police.case_file where words is not null
          and force_id = (select force_id from plumbing.force_register where slug = '%s') order by id limit %d)""";

  /** Gives the officer so many of the cases, and makes up others until there are so many. */
  static Desk of(World world, int own, int among) {
    var force = world.forces().getFirst();
    var product = world.product();
    var missing = Math.max(0, among - world.cases().size());
    product.ask(OF_OTHERS.formatted(own, missing, force));
    product.ask(THEIR_PAGES);
    product.ask(THEIR_KEYS);
    product.ask(OWN.formatted(OFFICER, force, own));
    product.ask("vacuum analyze");
    return new Desk(world, work(world, "desk." + force + ".localhost"));
  }

  private static byte[] work(World world, String host) {
    var port = world.product().port();
    var browser = new Browser(port);
    browser.follow(browser.get(host, "/"));
    var form = Form.on(browser.get("sign-in.localhost", "/staff"), "/staff/built-in");
    browser.follow(form.send(browser, "person", "officer"));
    var cookies =
        browser.cookies(host).entrySet().stream()
            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
            .collect(Collectors.joining("; "));
    return Wire.request("GET /", host + ":" + port, "Cookie: " + cookies + "\r\n", new byte[0]);
  }
}
