package uk.followmycase.invitations.internal;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.DeskRights;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.delivery.Channel;
import uk.followmycase.delivery.Plan;
import uk.followmycase.delivery.SafeContactPlans;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.invitations.DeskInvitations;
import uk.followmycase.invitations.InvitationDesk;
import uk.followmycase.invitations.InvitationDesk.HandOver;
import uk.followmycase.invitations.internal.HandingOver.Whose;
import uk.followmycase.invitations.internal.Judgement.Step;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.Handle;

/** Staff at invitations. */
@Service
class InvitingByHand implements DeskInvitations {

  private final DeskRights rights;
  private final Grants grants;
  private final InvitationRows rows;
  private final InvitationDesk desk;
  private final HandingOver handingOver;
  private final Consequences consequences;
  private final SafeContactPlans plans;
  private final Forces forces;

  InvitingByHand(
      DeskRights rights,
      Grants grants,
      InvitationRows rows,
      InvitationDesk desk,
      HandingOver handingOver,
      Consequences consequences,
      SafeContactPlans plans,
      Forces forces) {
    this.rights = rights;
    this.grants = grants;
    this.rows = rows;
    this.desk = desk;
    this.handingOver = handingOver;
    this.consequences = consequences;
    this.plans = plans;
    this.forces = forces;
  }

  @Override
  @Transactional
  public Optional<Sight> show(StaffMember who, Handle file, Handle person) {
    return rights
        .ask(who, file, Act.SEE_FILE)
        .flatMap(
            right ->
                grants.standing(right.caseId(), person).map(judged -> sight(judged, right.acts())));
  }

  @Override
  @Transactional
  public Done invite(StaffMember who, Handle file, Handle person) {
    return found(who, file, person, Act.INVITE)
        .map(judged -> invite(who, judged))
        .orElse(Done.NOT_THERE);
  }

  @Override
  @Transactional
  public Done resend(StaffMember who, Handle file, Handle person) {
    return found(who, file, person, Act.RESEND_INVITATION)
        .map(judged -> done(desk.resend(id(judged), who.actor())))
        .orElse(Done.NOT_THERE);
  }

  @Override
  @Transactional
  public Done cancel(StaffMember who, Handle file, Handle person) {
    return found(who, file, person, Act.CANCEL_INVITATION)
        .map(judged -> done(desk.cancel(id(judged), who.actor())))
        .orElse(Done.NOT_THERE);
  }

  /** Begins no transaction: the code's digest is slow and made before. */
  @Override
  public Optional<HandOver> handOver(StaffMember who, Handle file, Handle person) {
    return code(who, () -> found(who, file, person, Act.HAND_OVER_CODE), Whose.INVITED);
  }

  @Override
  public Optional<HandOver> replaceCode(StaffMember who, Handle file, Handle person) {
    return code(who, () -> found(who, file, person, Act.REPLACE_CODE), Whose.IN);
  }

  private Optional<HandOver> code(StaffMember who, Supplier<Optional<Judged>> found, Whose whose) {
    var answer = handingOver.to(() -> found.get().map(InvitingByHand::id), whose, who.actor());
    return answer instanceof HandOver.NobodyThere ? Optional.empty() : Optional.of(answer);
  }

  /** A colleague asks anew: also whom said no, by a way that nobody has said no on. */
  private Done invite(StaffMember who, Judged judged) {
    var history = rows.history(id(judged));
    if (!eligible(judged) || judged.alreadyIn() || history.live().isPresent()) {
      return Done.NOT_NOW;
    }
    var linkBy = forces.current().settings().invitations().linkBy().toUpperCase(Locale.ROOT);
    var step = new Judgement(anew(judged), history, plan(judged), Channel.valueOf(linkBy)).step();
    if (step instanceof Step.Ask) {
      consequences.of(List.of(step), who.actor());
      return Done.DONE;
    }
    return Done.UNREACHABLE;
  }

  private Plan plan(Judged judged) {
    var person = judged.personId();
    return plans.of(List.of(person)).getOrDefault(person, Plan.NONE);
  }

  private Optional<Judged> found(StaffMember who, Handle file, Handle person, Act act) {
    return rights.ask(who, file, act).flatMap(right -> grants.standing(right.caseId(), person));
  }

  private Sight sight(Judged judged, Set<Act> acts) {
    var latest = rows.history(id(judged)).latest();
    return new Sight(
        standing(latest),
        latest != null && latest.proof().strict(),
        latest != null && latest.code().live(),
        latest == null ? null : latest.link().sentAt(),
        latest == null ? null : latest.link().expiresAt(),
        eligible(judged),
        judged.alreadyIn(),
        wish(judged),
        acts);
  }

  private @Nullable String wish(Judged judged) {
    var reachable = grants.reachable(List.of(id(judged))).get(id(judged));
    return reachable == null ? null : reachable.wish();
  }

  private static @Nullable Standing standing(@Nullable Invitation latest) {
    return latest == null ? null : Standing.valueOf(latest.state().name());
  }

  private static Judged anew(Judged judged) {
    return new Judged(
        judged.caseId(),
        judged.personId(),
        judged.standing(),
        judged.reachable(),
        judged.alreadyIn(),
        true,
        false);
  }

  private static boolean eligible(Judged judged) {
    return switch (judged.standing()) {
      case ELIGIBLE_STANDARD, ELIGIBLE_STRICT -> true;
      case NOT_ELIGIBLE, NEEDS_PERSON, GONE -> false;
    };
  }

  private static PersonId id(Judged judged) {
    return new PersonId(judged.personId());
  }

  private static Done done(boolean effect) {
    return effect ? Done.DONE : Done.NOT_NOW;
  }
}
