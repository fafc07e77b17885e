package uk.followmycase.invitations.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Grants.Reachable;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;

/**
 * Tells somebody that the code they sign in with is another now. Whoever took it over by talking
 * somebody into it is found out by this, and so it holds no link and says nothing of the police.
 */
@Component
class ReplacedCodeWriter implements Notices.Writer {

  private final InvitationRows rows;
  private final Grants grants;
  private final LinkWords words;

  ReplacedCodeWriter(InvitationRows rows, Grants grants, LinkWords words) {
    this.rows = rows;
    this.grants = grants;
    this.words = words;
  }

  @Override
  public Collection<Kind> kinds() {
    return List.of(Kind.CODE_REPLACED);
  }

  /** Who is in no more is told nothing. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, Message> write(List<Leased> leased) {
    var found =
        rows.lock(leased.stream().map(it -> it.notice().about()).distinct().toList()).stream()
            .filter(invitation -> grants.holder(invitation.person()).isPresent())
            .collect(toMap(Invitation::id, identity()));
    var ways = grants.reachable(found.values().stream().map(Invitation::person).toList());
    var messages = new HashMap<UUID, Message>();
    for (var it : leased) {
      Optional.ofNullable(found.get(it.notice().about()))
          .flatMap(invitation -> Optional.ofNullable(ways.get(invitation.person())))
          .flatMap(way -> message(it.notice(), way))
          .ifPresent(message -> messages.put(it.notice().id(), message));
    }
    return messages;
  }

  private Optional<Message> message(Notices.Notice notice, Reachable way) {
    return way.contacts().stream()
        .filter(contact -> contact.channel() == notice.channel())
        .findFirst()
        .map(contact -> words.plain("notice.replaced", contact, way.wish()));
  }
}
