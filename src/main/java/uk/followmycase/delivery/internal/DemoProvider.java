package uk.followmycase.delivery.internal;

import java.time.Clock;
import java.util.ArrayList;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.DemoOutbox.Item;

/** Keeps what it is handed where a visitor of the demo can look at it. Never in production. */
@Component
@Profile("!production")
@ConditionalOnBooleanProperty("followmycase.demo-outbox")
class DemoProvider implements Provider {

  static final String NAME = "demo";

  private static final Logger LOG = LoggerFactory.getLogger(DemoProvider.class);

  private final DemoOutboxFile file;
  private final Clock clock;

  DemoProvider(DemoOutboxFile file, Clock clock) {
    this.file = file;
    this.clock = clock;
    LOG.info("Notices go to the demo outbox: nobody is really told anything");
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public boolean carries(Channel channel) {
    return true;
  }

  @Override
  public Handover send(Parcel parcel, BooleanSupplier permitted) {
    var items = new ArrayList<Item>();
    for (var part : parcel.message().parts()) {
      items.add(item(parcel, items.size(), part));
    }
    file.append(items);
    return new Handover.Accepted(parcel.attempt().toString());
  }

  private Item item(Parcel parcel, int number, String part) {
    var message = parcel.message();
    return new Item(
        parcel.attempt() + "-" + number,
        clock.instant(),
        parcel.force(),
        message.to().channel(),
        parcel.via().sender(),
        message.to().value(),
        message.subject(),
        part);
  }
}
