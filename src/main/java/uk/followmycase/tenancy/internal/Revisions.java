package uk.followmycase.tenancy.internal;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;
import uk.followmycase.tenancy.ForceBinding;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.events.ForceRevised;
import uk.followmycase.tenancy.keys.Digests;

/**
 * Gives each force its id and each changed set of files its number. Two programs may start at once:
 * the force's row is locked while its revision is made.
 */
@Component
final class Revisions {

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final KeyVault keys;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  Revisions(
      JdbcClient jdbc,
      TransactionOperations transactions,
      KeyVault keys,
      ApplicationEventPublisher events,
      Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.keys = keys;
    this.events = events;
    this.clock = clock;
  }

  /** A force's number and that of its newest revision; 0 before the first. */
  record Head(int forceId, String slug, int revision, byte @Nullable [] digest) {

    ForceId force() {
      return new ForceId(forceId);
    }

    private boolean is(byte[] other) {
      return digest != null && Digests.same(digest, other);
    }
  }

  /** Heads by slug, each at the revision that these files are. */
  Map<String, Head> revise(Collection<Folder> forces, Folder defaults) {
    var under = defaults.digest(new byte[0]);
    keepDefaults(under, defaults);
    var heads = register(forces.stream().map(Folder::slug).toList());
    return forces.stream()
        .map(folder -> revise(heads.get(folder.slug()), folder, under))
        .collect(Collectors.toMap(Head::slug, Function.identity()));
  }

  private Head revise(@Nullable Head head, Folder folder, byte[] under) {
    if (head == null) {
      throw new IllegalStateException("A registered force is gone from plumbing.force_register");
    }
    var digest = folder.digest(under);
    return head.is(digest)
        ? head
        : ForceBinding.call(
            head.force(),
            () -> {
              keys.register(head.force());
              return transactions.execute(status -> next(head.force(), folder, under, digest));
            });
  }

  private Head next(ForceId force, Folder folder, byte[] under, byte[] digest) {
    var head =
        jdbc.sql("select * from plumbing.force_register where force_id = ? for update")
            .params(force.value())
            .query(Head.class)
            .single();
    if (head.is(digest)) {
      return head;
    }
    var next = new Head(force.value(), head.slug(), head.revision() + 1, digest);
    jdbc.sql("insert into police.force_revision values (?, ?, ?, ?, ?::jsonb, ?)")
        .params(next.forceId(), next.revision(), digest, under, json(folder), now())
        .update();
    jdbc.sql("update plumbing.force_register set revision = ?, digest = ? where force_id = ?")
        .params(next.revision(), digest, next.forceId())
        .update();
    events.publishEvent(new ForceRevised(force, next.revision()));
    return next;
  }

  private Map<String, Head> register(List<String> slugs) {
    jdbc.sql(
            """
            insert into plumbing.force_register (slug)
            select slug from unnest(?::text[]) slug
            where slug not in (select slug from plumbing.force_register)
            on conflict do nothing
            """)
        .param(slugs.toArray(String[]::new))
        .update();
    return jdbc.sql("select * from plumbing.force_register").query(Head.class).list().stream()
        .collect(Collectors.toMap(Head::slug, Function.identity()));
  }

  private void keepDefaults(byte[] digest, Folder defaults) {
    jdbc.sql("insert into plumbing.force_defaults values (?, ?::jsonb) on conflict do nothing")
        .params(digest, json(defaults))
        .update();
  }

  private OffsetDateTime now() {
    return clock.instant().atOffset(ZoneOffset.UTC);
  }

  private static String json(Folder folder) {
    return JsonMapper.shared().writeValueAsString(folder.files());
  }
}
