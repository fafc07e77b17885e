package uk.followmycase.web.outbox;

import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import uk.followmycase.delivery.DemoOutbox;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.web.On;
import uk.followmycase.web.Site;

/** Shows what the demonstration sent. Never outside the demonstration. */
@Controller
@Profile("demo")
@On(Site.LANDING)
class Outbox {

  private static final int MOST = 200;

  private final DemoOutbox outbox;
  private final Forces forces;

  Outbox(DemoOutbox outbox, Forces forces) {
    this.outbox = outbox;
    this.forces = forces;
  }

  @GetMapping("/outbox")
  String page(Model model) {
    model.addAttribute("page", OutboxPage.of(outbox.latest(MOST), forces));
    return "web/outbox/outbox";
  }
}
