package uk.followmycase.delivery.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Contact;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.delivery.ContactPoints.Point;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.Plan.Voicemail;
import uk.followmycase.delivery.SafeContactPlans.Said;
import uk.followmycase.delivery.SafeContactPlans.Source;
import uk.followmycase.delivery.events.PlansToReview;
import uk.followmycase.delivery.events.SafeContactChanged;
import uk.followmycase.tenancy.keys.SealBroken;

/** What several sources say of how somebody may be reached, and what holds then. */
@DeliveryTest
@RecordApplicationEvents
class SafeContactPlansTests extends SomebodysPlans {

  @Autowired PlanReviews reviews;
  @Autowired ApplicationEvents events;

  @Test
  void ofEachThingTheSaferHolds() {
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(EVENINGS), false, false));
    say(Source.VICTIM, plan(Set.of(Channel.values()), Set.of(), true, false));
    say(Source.RECORDS, plan(Set.of(Channel.values()), Set.of(), false, false));
    var plan = plan();
    assertThat(plan.channels()).containsExactly(Channel.TEXT);
    assertThat(plan.times()).containsExactly(EVENINGS);
    assertThat(plan.discreet()).isTrue();
    say(Source.OFFICER, plan(Set.of(Channel.values()), Set.of(), false, false));
    assertThat(plan().channels()).hasSize(2);
    assertThat(plan().discreet()).isTrue();
    assertThat(said()).hasSize(3);
    assertThat(events.stream(SafeContactChanged.class)).hasSize(4);
  }

  @Test
  void theLanguageIsWhatThePersonSaidLastToWhomever() {
    say(Source.OFFICER, Plan.NONE.in("cy"));
    assertThat(plan().language()).isEqualTo("cy");
    assertThat(reached().wish()).as("before what the records have").isEqualTo("cy");
    say(Source.VICTIM, Plan.NONE.in("en"));
    assertThat(plan().language()).isEqualTo("en");
    assertThat(reached().wish()).isEqualTo("en");
    assertThat(history()).extracting(it -> it.plan().language()).containsExactly("en", "cy");
    say(Source.VICTIM, Plan.NONE);
    say(Source.OFFICER, Plan.NONE);
    assertThat(Objects.isNull(reached().wish())).isTrue();
  }

  @Test
  void whatWasSaidOnceIsKeptAndSealed() {
    say(Source.OFFICER, plan(Set.of(Channel.TEXT), Set.of(), true, false), "canary-note");
    say(Source.OFFICER, Plan.NONE);
    assertThat(history())
        .extracting(it -> it.plan().discreet(), Said::note, Said::by)
        .containsExactly(tuple(false, null, OFFICER), tuple(true, "canary-note", OFFICER));
    assertThat(post.list("select encode(sealed, 'escape') from police.safe_contact_history"))
        .noneMatch(kept -> kept.contains("canary"));
    assertThatThrownBy(
            () ->
                post.in(force, () -> plans.history(person.personId(), keys.newDataKey(Post.CASE))))
        .isInstanceOf(SealBroken.class);
    assertThat(
            post.list(
                "select detail from police.audit_entry where action = 'SAFE_CONTACT_CHANGED'"))
        .contains("officer");
  }

  @Test
  void theRecordsSystemsMarksBecomeItsPlan() {
    var phone = new Contact(Channel.TEXT, Post.PHONE);
    var mail = new Contact(Channel.EMAIL, "canary@example.org");
    told(new Point(phone, true, false));
    assertThat(said()).isEmpty();
    told(new Point(phone, true, true), new Point(mail, false, false));
    assertThat(said()).containsOnlyKeys(Source.RECORDS);
    assertThat(plan().sharedDevice()).isTrue();
    assertThat(plan().links()).isFalse();
    assertThat(plan().channels()).containsExactly(Channel.TEXT);
    told(new Point(phone, true, false), new Point(mail, true, false));
    assertThat(plan()).isEqualTo(Plan.NONE);
    assertThat(history()).hasSize(2);
  }

  @Test
  void safeContactsAreThoseThatThePlanAllows() {
    var phone = new Contact(Channel.TEXT, Post.PHONE);
    var mail = new Contact(Channel.EMAIL, "canary@example.org");
    told(new Point(phone, true, false), new Point(mail, true, false));
    say(Source.OFFICER, plan(Set.of(Channel.EMAIL), Set.of(), false, false));
    var safe = post.in(force, () -> contacts.safe(Map.of(person.personId(), key)));
    assertThat(safe.values())
        .singleElement()
        .extracting(it -> it.contacts())
        .isEqualTo(List.of(mail));
  }

  @Test
  void aPlanIsPutUpForReviewOnItsDayAndOnce() {
    var today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
    var day = today.plusDays(1);
    var reviewed =
        new Plan(Set.of(), Set.of(), false, false, Voicemail.NOT_ASKED, false, false, day);
    say(Source.OFFICER, reviewed);
    reviews.handle();
    assertThat(events.stream(PlansToReview.class)).isEmpty();
    clock.forward(Duration.ofDays(1));
    reviews.handle();
    reviews.handle();
    assertThat(events.stream(PlansToReview.class).flatMap(it -> it.people().stream()))
        .containsExactly(person);
  }

  private ContactPoints.SafeContacts reached() {
    var contact = new ContactPoints.Point(Contact.phone("07700 900123").orElseThrow(), true, false);
    return post.in(
        force,
        () -> {
          contacts.replace(
              List.of(
                  new ContactPoints.PersonContacts(
                      person.personId(), person.caseId(), key, null, List.of(contact))));
          return Objects.requireNonNull(
              contacts.safe(Map.of(person.personId(), key)).get(person.personId()));
        });
  }

  private Map<Source, Plan> said() {
    return post.in(force, () -> plans.said(person.personId()));
  }

  private List<Said> history() {
    return post.in(force, () -> plans.history(person.personId(), key));
  }
}
