package uk.followmycase.invitations.internal;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.time.Duration;
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
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.tenancy.Forces;

/**
 * Makes a link, or a code to type where the plan allows no link, when its notice is leased, and
 * keeps no more of it than a digest. What was made before for the same invitation dies.
 */
@Component
class LinkWriter implements Notices.Writer {

  private final InvitationRows rows;
  private final Grants grants;
  private final DoorKeys keys;
  private final LinkWords words;
  private final Forces forces;
  private final Clock clock;

  LinkWriter(
      InvitationRows rows,
      Grants grants,
      DoorKeys keys,
      LinkWords words,
      Forces forces,
      Clock clock) {
    this.rows = rows;
    this.grants = grants;
    this.keys = keys;
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
  public Map<UUID, Message> write(List<Leased> leased) {
    var good = good(leased);
    var ways = grants.reachable(good.values().stream().map(Invitation::person).toList());
    var sent = new ArrayList<Invitation>();
    var messages = new HashMap<UUID, Message>();
    for (var it : leased) {
      var invitation = good.get(it.notice().about());
      if (invitation != null) {
        message(it, invitation, ways.get(invitation.person()))
            .ifPresent(
                message -> {
                  sent.add(invitation);
                  messages.put(it.notice().id(), message);
                });
      }
    }
    rows.save(sent);
    return messages;
  }

  private Map<UUID, Invitation> good(List<Leased> leased) {
    var now = clock.instant();
    return rows.lock(leased.stream().map(it -> it.notice().about()).distinct().toList()).stream()
        .filter(invitation -> Move.SEND.allowedIn(invitation.state()) && !invitation.over(now))
        .collect(toMap(Invitation::id, identity()));
  }

  /** Empty when the contact that the channel was chosen for is there no more. */
  private Optional<Message> message(
      Leased leased, Invitation invitation, @Nullable Reachable ways) {
    if (ways == null) {
      return Optional.empty();
    }
    return ways.contacts().stream()
        .filter(contact -> contact.channel() == invitation.channel())
        .findFirst()
        .map(contact -> message(leased, invitation, contact, ways.wish()));
  }

  private Message message(Leased leased, Invitation invitation, Contact to, @Nullable String wish) {
    var kind = leased.notice().kind();
    var now = clock.instant();
    var key = leased.plan().links() ? keys.link() : keys.typed();
    if (kind == Kind.REMINDER) {
      invitation.sendReminder(key.digest(), now);
    } else {
      invitation.send(key.digest(), now, forces.current().settings().invitations());
    }
    var life = Duration.between(now, invitation.link().expiresAt());
    return words.message(kind, to, wish, key, life);
  }
}
