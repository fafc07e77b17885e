package uk.followmycase.identity.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Leased;
import uk.followmycase.delivery.Notices.Message;
import uk.followmycase.delivery.Notices.Notice;
import uk.followmycase.delivery.Notices.Writer;
import uk.followmycase.tenancy.Wording;

/** The words around a code: nothing about whose it is, or what it opens. */
@Component
class CodeNotices implements Writer {

  static final String TO = "to";
  static final String CODE = "code";
  static final String LANGUAGE = "language";

  private final CodeRows codes;
  private final Wording wording;

  CodeNotices(CodeRows codes, Wording wording) {
    this.codes = codes;
    this.wording = wording;
  }

  @Override
  public Collection<Kind> kinds() {
    return List.of(Kind.CODE);
  }

  @Override
  public Map<UUID, Message> write(List<Leased> leased) {
    var notices = leased.stream().map(Leased::notice).toList();
    var alive = codes.alive(notices.stream().map(Notice::about).toList());
    var messages = new HashMap<UUID, Message>();
    for (var notice : notices) {
      if (alive.contains(notice.about())) {
        messages.put(notice.id(), message(notice));
      }
    }
    return messages;
  }

  private Message message(Notice notice) {
    var language = Locale.of(kept(notice, LANGUAGE));
    var to = new Contact(notice.channel(), kept(notice, TO));
    var values = Map.of(CODE, spaced(kept(notice, CODE)));
    var subject =
        notice.channel() == Channel.EMAIL ? wording.text(language, "notice.code.subject") : "";
    return new Message(to, subject, List.of(wording.text(language, "notice.code.body", values)));
  }

  /** Two groups of four: read at one glance, typed at another. */
  private static String spaced(String code) {
    return code.substring(0, 4) + " " + code.substring(4);
  }

  private static String kept(Notice notice, String name) {
    return Objects.requireNonNull(notice.content().get(name));
  }
}
