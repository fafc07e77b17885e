package uk.followmycase.cases.internal;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toSet;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.Grants.Reachable;
import uk.followmycase.cases.PersonId;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Reader;
import uk.followmycase.delivery.Refusals;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.Wording;

/**
 * The words of an update's notice: that there is one. It holds no link and no name, so that it is
 * the same for everybody, whatever their plan; but for a code with which whoever it is not for can
 * say so.
 */
@Component
class UpdateWriter implements Notices.Writer {

  /** Written once for all, and filled for each. */
  private static final String PLACE = "\u0001";

  private static final Map<String, String> CODE = Map.of("code", PLACE);
  private static final String NEXT_LANGUAGE = "\n\n* * *\n\n";

  private final GrantRows rows;
  private final Grants grants;
  private final Forces forces;
  private final Wording wording;
  private final Refusals refusals;

  UpdateWriter(GrantRows rows, Grants grants, Forces forces, Wording wording, Refusals refusals) {
    this.rows = rows;
    this.grants = grants;
    this.forces = forces;
    this.wording = wording;
    this.refusals = refusals;
  }

  @Override
  public Collection<Kind> kinds() {
    return List.of(Kind.UPDATE);
  }

  /** Who is shut out meanwhile is told nothing. Who has other cases is told of all of them. */
  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public Map<UUID, Message> write(List<Leased> leased) {
    var notices = leased.stream().map(Leased::notice).toList();
    var in = rows.stillOpen(notices.stream().map(Notice::about).collect(toSet()));
    var ways = grants.reachable(in.keySet().stream().map(PersonId::new).toList());
    var messages = new HashMap<UUID, Message>();
    var words = new HashMap<How, Said>();
    for (var notice : notices) {
      var way = ways.get(new PersonId(notice.about()));
      if (way != null) {
        var said = words.computeIfAbsent(new How(notice.channel(), way.wish()), this::said);
        contact(way, notice.channel())
            .map(
                to ->
                    said.to(to, refusals.code(to), Objects.requireNonNull(in.get(notice.about()))))
            .ifPresent(message -> messages.put(notice.id(), message));
      }
    }
    return messages;
  }

  /** What the words depend on, and nothing else. */
  private record How(Channel channel, @Nullable String wish) {}

  /** The same for everybody who is told in the same way, but for a code. */
  private record Said(String subject, List<String> parts) {

    private Message to(Contact contact, String code, Optional<Reader> reader) {
      var filled = parts.stream().map(part -> part.replace(PLACE, code)).toList();
      return new Message(contact, subject, filled, reader.orElse(null));
    }
  }

  private static Optional<Contact> contact(Reachable way, Channel channel) {
    return way.contacts().stream().filter(contact -> contact.channel() == channel).findFirst();
  }

  private Said said(How how) {
    var languages = languages(how.wish());
    if (how.channel() == Channel.TEXT) {
      return new Said("", words(languages, "notice.update.text").toList());
    }
    return new Said(
        words(languages, "notice.update.subject").collect(joining(" / ")),
        List.of(words(languages, "notice.update.email").collect(joining(NEXT_LANGUAGE))));
  }

  /** Nobody who was never asked gets English alone from a force with Welsh duties. */
  private List<Locale> languages(@Nullable String wish) {
    if (wish != null) {
      return List.of(Locale.of(wish));
    }
    return forces.current().settings().welshDuty()
        ? List.of(Wording.WELSH, Locale.ENGLISH)
        : List.of(Locale.ENGLISH);
  }

  private Stream<String> words(List<Locale> languages, String key) {
    return languages.stream().map(language -> wording.text(language, key, CODE));
  }
}
