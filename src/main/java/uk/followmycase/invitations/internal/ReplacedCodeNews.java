package uk.followmycase.invitations.internal;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.PersonId;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.events.NewsCameBack;
import uk.followmycase.tenancy.keys.Handle;

/** Who was not reached with the word that their code is another is told by another safe way. */
@Component
class ReplacedCodeNews {

  private final Grants grants;
  private final Notices notices;
  private final Clock clock;

  ReplacedCodeNews(Grants grants, Notices notices, Clock clock) {
    this.grants = grants;
    this.notices = notices;
    this.clock = clock;
  }

  /** The first deadline stands, by which it is known that this is the second try. */
  @EventListener
  @Transactional(propagation = Propagation.MANDATORY)
  void on(NewsCameBack event) {
    if (event.kind() == Kind.CODE_REPLACED) {
      way(event).ifPresent(channel -> notices.queue(List.of(notice(event, channel))));
    }
  }

  private Optional<Channel> way(NewsCameBack event) {
    var person = new PersonId(event.person().personId());
    return Optional.ofNullable(grants.reachable(List.of(person)).get(person)).stream()
        .flatMap(reachable -> reachable.contacts().stream())
        .map(Contact::channel)
        .filter(channel -> channel != event.notBy())
        .findFirst();
  }

  private Notice notice(NewsCameBack event, Channel channel) {
    return new Notice(
        Handle.rowId(),
        Kind.CODE_REPLACED,
        event.about(),
        event.person(),
        channel,
        clock.instant(),
        event.until(),
        Map.of());
  }
}
