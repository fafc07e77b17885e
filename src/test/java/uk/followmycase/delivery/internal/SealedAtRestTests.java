package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.PersonContacts;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Nothing that a person is or is told lies in the database in clear, at any moment. */
@DeliveryTest
@ExtendWith(OutputCaptureExtension.class)
class SealedAtRestTests {

  private static final List<String> CANARIES =
      List.of("7700900987", "canary.person@", "token-canary", "words-canary", "subject-canary");

  @Autowired Post post;
  @Autowired Crew crew;
  @Autowired ScriptedProvider provider;
  @Autowired ContactPoints contacts;
  @Autowired ForceKeys keys;

  @BeforeEach
  void clear() {
    post.clear();
    provider.reset();
  }

  @Test
  void noCanaryIsFoundWhileANoticeLives(CapturedOutput output) {
    hold();
    post.queue(post.one(), List.of(notice()));
    assertThat(found()).isEmpty();
    provider.answers(
        parcel -> {
          assertThat(found()).isEmpty();
          throw new IllegalStateException("refused " + parcel.message().parts());
        });
    crew.hand().work();
    assertThat(provider.texts()).isNotEmpty();
    assertThat(found()).isEmpty();
    assertThat(CANARIES).noneMatch(output.getAll()::contains);
  }

  @Test
  void theSearchFindsWhatLiesInClear() {
    post.asSuperuser("create table plumbing.careless (words text, bytes bytea)");
    try {
      post.asSuperuser("insert into plumbing.careless values ('a words-canary b', null)");
      assertThat(found()).containsExactly("plumbing.careless words-canary");
      post.asSuperuser("update plumbing.careless set words = null, bytes = 'x token-canary'");
      assertThat(found()).containsExactly("plumbing.careless token-canary");
    } finally {
      post.asSuperuser("drop table plumbing.careless");
    }
  }

  private uk.followmycase.delivery.Notices.Notice notice() {
    return post.notice(
        Kind.INVITATION,
        Map.of(
            "to", "+447700900987",
            "text", "words-canary https://example.org/token-canary",
            "subject", "subject-canary"));
  }

  private void hold() {
    var mail = new Contact(Channel.EMAIL, "canary.person@example.org");
    var phone = new Contact(Channel.TEXT, "+447700900987");
    post.in(
        post.one(),
        () -> {
          UUID person = Handle.rowId();
          var points = List.of(new Point(mail, true, false), new Point(phone, false, true));
          var key = keys.newDataKey(Post.CASE);
          return contacts.replace(
              List.of(new PersonContacts(person, Post.CASE, key, "cy", points)));
        });
  }

  /** Every row of every table, as text and with its bytes in hexadecimal digits. */
  private List<String> found() {
    var tables =
        post.list(
            """
            select oid::regclass::text from pg_class where relkind in ('r', 'p')
            and relnamespace::regnamespace::text in ('police', 'people', 'plumbing')
            """);
    return tables.stream()
        .flatMap(table -> CANARIES.stream().filter(c -> holds(table, c)).map(c -> table + " " + c))
        .toList();
  }

  private boolean holds(String table, String canary) {
    return post.look(
            "select count(*) from "
                + table
                + " t where position(?::text in t::text) > 0"
                + " or position(encode(?::bytea, 'hex') in t::text) > 0",
            Integer.class,
            canary,
            canary.getBytes(java.nio.charset.StandardCharsets.UTF_8))
        > 0;
  }
}
