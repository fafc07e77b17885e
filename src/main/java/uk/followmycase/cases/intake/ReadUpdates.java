package uk.followmycase.cases.intake;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import uk.followmycase.cases.Marks;
import uk.followmycase.cases.Report.Update;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.tenancy.Wording;

/** Reads updates of a timeline. */
@Component
class ReadUpdates {

  static final int LONGEST_ID = 64;

  private static final int MOST = 500;
  private static final Pattern KEY = Pattern.compile("[a-z0-9][a-z0-9.-]{0,63}");

  private final Marks marks;
  private final Canonical canonical;
  private final Wording wording;

  ReadUpdates(Marks marks, Canonical canonical, Wording wording) {
    this.marks = marks;
    this.canonical = canonical;
    this.wording = wording;
  }

  List<Update> updates(@Nullable List<@Nullable UpdateBody> bodies, Field at) {
    var ids = new HashSet<String>();
    var updates = new ArrayList<Update>();
    var told = at.list(bodies, MOST);
    for (var i = 0; i < told.size(); i++) {
      var update = update(told.get(i), at.at(i));
      if (update != null && !ids.add(update.id())) {
        at.at(i).at("id").fault("Twice", "Give each update once");
      } else if (update != null) {
        updates.add(update);
      }
    }
    return updates;
  }

  @Nullable Update update(UpdateBody body, Field at) {
    var id = at.at("id").text(body.id(), LONGEST_ID);
    var moment = at.at("at");
    var when = moment.moment(moment.required(body.at(), "Give a time with its offset"));
    var kind = at.at("kind").requiredWord(body.kind(), UpdateKind.class);
    var text = at.at("text").optionalText(body.text(), 4_000);
    var reason = reason(body.reason(), at.at("reason"));
    if ((body.text() == null) == (body.reason() == null)) {
      at.fault("Wants either text or reason", "Give text, or a key of the force's reason bank");
    }
    if (id == null || when == null || kind == null) {
      return null;
    }
    return new Update(id, when, kind, text, reason, marks.content("an update", canonical.of(body)));
  }

  private @Nullable String reason(@Nullable String key, Field at) {
    if (key == null) {
      return null;
    }
    if (KEY.matcher(key).matches() && wording.has(Locale.ENGLISH, "reason." + key)) {
      return key;
    }
    at.fault("Not in the reason bank", "Give a key of the force's reason bank, or text instead");
    return null;
  }
}
