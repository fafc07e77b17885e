package uk.followmycase.invitations.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Grants.Reachable;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;

/** The contacts that an invitation uses. */
@Component
class Ways {

  private final Grants grants;

  Ways(Grants grants) {
    this.grants = grants;
  }

  /** Empty when the person is gone. */
  Optional<OfPerson> of(Invitation invitation) {
    return Optional.ofNullable(
            grants.reachable(List.of(invitation.person())).get(invitation.person()))
        .map(reachable -> new OfPerson(reachable, invitation.channel()));
  }

  /** Contacts of the invited person; {@code linkBy} is the link's channel. */
  record OfPerson(Reachable reachable, Channel linkBy) {

    Optional<Contact> ofLink() {
      return by(linkBy);
    }

    Optional<Contact> ofCode() {
      return by(linkBy.other());
    }

    @Nullable String wish() {
      return reachable.wish();
    }

    private Optional<Contact> by(Channel channel) {
      return reachable.contacts().stream()
          .filter(contact -> contact.channel() == channel)
          .findFirst();
    }
  }
}
