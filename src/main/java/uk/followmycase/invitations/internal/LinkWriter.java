package uk.followmycase.invitations.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Grants.Reachable;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Digests;

/**
 * Makes a link when its notice is leased, and keeps no more of it than a digest. A link made before
 * for the same invitation dies.
 */
@Component
class LinkWriter implements Notices.Writer {

  private final InvitationRows rows;
  private final Grants grants;
  private final LinkWords words;
  private final Forces forces;
  private final Clock clock;

  LinkWriter(InvitationRows rows, Grants grants, LinkWords words, Forces forces, Clock clock) {
    this.rows = rows;
    this.grants = grants;
    this.words = words;
    this.forces = forces;
    this.clock = clock;
  }

  @Override
  public Collection<Kind> kinds() {
    return List.of(Kind.INVITATION, Kind.REMINDER);
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, Message> write(List<Notice> leased) {
    var good = good(leased);
    var ways = grants.reachable(good.values().stream().map(Invitation::person).toList());
    var sent = new ArrayList<Invitation>();
    var messages = new HashMap<UUID, Message>();
    for (var notice : leased) {
      var invitation = good.get(notice.about());
      if (invitation != null) {
        message(notice.kind(), invitation, ways.get(invitation.person()))
            .ifPresent(
                message -> {
                  sent.add(invitation);
                  messages.put(notice.id(), message);
                });
      }
    }
    rows.save(sent);
    return messages;
  }

  private Map<UUID, Invitation> good(List<Notice> leased) {
    var now = clock.instant();
    return rows.lock(leased.stream().map(Notice::about).distinct().toList()).stream()
        .filter(invitation -> Move.SEND.allowedIn(invitation.state()) && !invitation.over(now))
        .collect(toMap(Invitation::id, identity()));
  }

  /** Empty when the contact that the channel was chosen for is there no more. */
  private Optional<Message> message(Kind kind, Invitation invitation, @Nullable Reachable ways) {
    if (ways == null) {
      return Optional.empty();
    }
    return ways.contacts().stream()
        .filter(contact -> contact.channel() == invitation.channel())
        .findFirst()
        .map(contact -> words.message(kind, contact, ways.wish(), link(kind, invitation)));
  }

  private LinkWords.Link link(Kind kind, Invitation invitation) {
    var now = clock.instant();
    var token = Digests.token();
    var digest = Digests.sha256(token);
    if (kind == Kind.REMINDER) {
      invitation.sendReminder(digest, now);
    } else {
      invitation.send(digest, now, forces.current().settings().invitations());
    }
    return new LinkWords.Link(token, now, invitation.link().expiresAt());
  }
}
