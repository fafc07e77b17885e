package uk.followmycase.delivery.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Recipient;
import uk.followmycase.delivery.Refusals;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.keys.ForceKeys;

/**
 * The code is the first half of the keyed digest by which a contact is found again, in letters and
 * digits that neither look nor sound alike: nothing has to be kept for it.
 */
@Service
class KeptRefusals implements Refusals {

  private static final Actor READER = Actor.system("reader");
  private static final String HEX = "0123456789abcdef";
  private static final String ALPHABET = "234679FHKLMPRWXY";
  private static final int BYTES = 8;
  private static final int WHOLE = 16;
  private static final Pattern SHAPE = Pattern.compile("[" + ALPHABET + "]{16}");
  private static final Pattern NOISE = Pattern.compile("[\\s\\p{Z}\\p{Pd}.]");
  private static final Duration LATELY = Duration.ofDays(30);

  private final JdbcClient jdbc;
  private final ForceKeys keys;
  private final WrongContacts wrong;
  private final AuditTrail trail;
  private final Clock clock;

  KeptRefusals(
      JdbcClient jdbc, ForceKeys keys, WrongContacts wrong, AuditTrail trail, Clock clock) {
    this.jdbc = jdbc;
    this.keys = keys;
    this.wrong = wrong;
    this.trail = trail;
    this.clock = clock;
  }

  @Override
  public String code(Contact to) {
    var half = Arrays.copyOf(ContactRow.digest(to, keys), BYTES);
    var code = new StringBuilder();
    for (var digit : HexFormat.of().formatHex(half).toCharArray()) {
      code.append(code.length() % 5 == 4 ? " " : "").append(ALPHABET.charAt(HEX.indexOf(digit)));
    }
    return code.toString();
  }

  @Override
  @Transactional(readOnly = true)
  public boolean known(String code) {
    return !sentTo(code).isEmpty();
  }

  @Override
  @Transactional
  public void refuse(String code) {
    var news = sentTo(code);
    if (!news.isEmpty()) {
      trail.record(news.stream().map(KeptRefusals::entry).toList());
      wrong.refused(news);
    }
  }

  /** News that went lately to a contact that is still in use, once for each person. */
  private List<Returned> sentTo(String code) {
    var written = NOISE.matcher(code).replaceAll("").toUpperCase(Locale.ROOT);
    if (!SHAPE.matcher(written).matches()) {
      return List.of();
    }
    return jdbc.sql(
            """
            select c.case_id, c.person_id, c.channel, c.digest, max(n.expires_at) as expires_at
            from police.contact_point c
            join police.notice n on n.force_id = :force and n.about = c.person_id
              and n.kind = 'UPDATE'
            join police.delivery_attempt a on a.force_id = :force
              and (a.notice_id = n.id or a.id = n.told_by)
              and a.contact_digest = c.digest and a.begun_at > :lately
            where c.force_id = :force and c.digest between :least and :most
              and c.stopped_at is null
            group by c.case_id, c.person_id, c.channel, c.digest order by c.person_id
            """)
        .param("force", ForceBinding.current().value())
        .param("lately", clock.instant().minus(LATELY).atOffset(ZoneOffset.UTC))
        .param("least", digest(written, (byte) 0))
        .param("most", digest(written, (byte) 0xff))
        .query(KeptRefusals::returned)
        .list();
  }

  private static byte[] digest(String written, byte rest) {
    var hex = new StringBuilder();
    written.chars().forEach(character -> hex.append(HEX.charAt(ALPHABET.indexOf(character))));
    var digest = Arrays.copyOf(HexFormat.of().parseHex(hex), WHOLE);
    Arrays.fill(digest, BYTES, WHOLE, rest);
    return digest;
  }

  private static Returned returned(ResultSet row, int number) throws SQLException {
    return new Returned(
        Kind.UPDATE,
        row.getObject("person_id", UUID.class),
        Channel.valueOf(row.getString("channel")),
        new Recipient(row.getObject("case_id", UUID.class), row.getObject("person_id", UUID.class)),
        row.getBytes("digest"),
        row.getObject("expires_at", OffsetDateTime.class).toInstant());
  }

  private static AuditEntry entry(Returned news) {
    var person = news.person();
    return new AuditEntry(
        READER,
        AuditAction.NOTICE_REFUSED,
        List.of(new Subject(person.caseId(), person.personId())),
        null,
        news.channel().name().toLowerCase(Locale.ROOT));
  }
}
