package uk.followmycase.delivery.internal;

import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import uk.followmycase.delivery.Notices.Kind;
import uk.followmycase.delivery.Notices.Notice;

/** News for somebody who follows several cases. */
abstract class SameNews extends SomebodysPlans {

  static final String SOMEBODY = UUID.randomUUID().toString();

  @Autowired Crew crew;

  /** Now, and once it is time to look again. */
  void workTwice() {
    crew.hand().work();
    clock.forward(OneTelling.PAUSE);
    crew.hand().work();
  }

  Notice news(Map<String, String> other) {
    var content = new HashMap<>(Map.of("to", Post.PHONE, "text", "Hello", "reader", SOMEBODY));
    content.putAll(other);
    return post.notice(Kind.UPDATE, content);
  }
}
