package uk.followmycase.delivery;

import static java.util.stream.Collectors.toSet;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How somebody on a case may safely be reached. What nobody has said anything about stands at its
 * most open, but for voicemail, which is never left unless somebody allowed it.
 *
 * @param channels that may be used at all
 * @param times at which a notice may arrive: all of them must agree
 * @param discreet by a neutral sender, without the force's name and without a link
 * @param noLink without a link
 * @param voicemail what may be left on the person's voicemail
 * @param sharedDevice others can look at the telephone or the mailbox
 * @param paused nothing may be sent at all
 * @param reviewOn when somebody has to ask the person again
 * @param language that the person asked for, {@code en} or {@code cy}; null when this source never
 *     asked
 * @param zones of the clocks by which the force's quiet hours hold for the person, all of them;
 *     none for the force's own
 */
public record Plan(
    Set<Channel> channels,
    Set<SafeTimes> times,
    boolean discreet,
    boolean noLink,
    Voicemail voicemail,
    boolean sharedDevice,
    boolean paused,
    @Nullable LocalDate reviewOn,
    @Nullable String language,
    Set<ZoneId> zones) {

  /** Nobody has said anything. */
  public static final Plan NONE =
      new Plan(
          EnumSet.allOf(Channel.class),
          Set.of(),
          false,
          false,
          Voicemail.NOT_ASKED,
          false,
          false,
          null);

  /**
   * Hours of several clocks that have not met by then are taken to never meet. A week holds all of
   * them; what a clock change swallows comes a week later.
   */
  private static final Duration FAR = Duration.ofDays(15);

  /** What was sealed before there were zones names none. */
  public Plan {
    channels = Set.copyOf(channels);
    times = Set.copyOf(times);
    zones = zones == null ? Set.of() : Set.copyOf(zones);
  }

  /** A plan that says nothing of language, nor of zones. */
  public Plan(
      Set<Channel> channels,
      Set<SafeTimes> times,
      boolean discreet,
      boolean noLink,
      Voicemail voicemail,
      boolean sharedDevice,
      boolean paused,
      @Nullable LocalDate reviewOn) {
    this(
        channels,
        times,
        discreet,
        noLink,
        voicemail,
        sharedDevice,
        paused,
        reviewOn,
        null,
        Set.of());
  }

  /** The same plan with the language that the person asked for; null when never asked. */
  public Plan in(@Nullable String asked) {
    return new Plan(
        channels, times, discreet, noLink, voicemail, sharedDevice, paused, reviewOn, asked, zones);
  }

  /** The same plan by the clocks of these zones; none for the force's own. */
  public Plan by(Set<ZoneId> clocks) {
    return new Plan(
        channels,
        times,
        discreet,
        noLink,
        voicemail,
        sharedDevice,
        paused,
        reviewOn,
        language,
        clocks);
  }

  /** What may be left on somebody's voicemail, the safer later. */
  public enum Voicemail {
    NOT_ASKED,
    ALLOWED,
    NEVER
  }

  /** Both plans at once: of each thing the safer, and the language as the first has it. */
  public Plan and(Plan other) {
    var both = EnumSet.noneOf(Channel.class);
    channels.stream().filter(other.channels::contains).forEach(both::add);
    return new Plan(
        both,
        Stream.concat(times.stream(), other.times.stream()).collect(toSet()),
        discreet || other.discreet,
        noLink || other.noLink,
        voicemail.compareTo(other.voicemail) > 0 ? voicemail : other.voicemail,
        sharedDevice || other.sharedDevice,
        paused || other.paused,
        earlier(reviewOn, other.reviewOn),
        language == null ? other.language : language,
        Stream.concat(zones.stream(), other.zones.stream()).collect(toSet()));
  }

  /** Whether a notice must not show who sends it. What others can look at is never plain. */
  public boolean neutral() {
    return discreet || sharedDevice;
  }

  /** Whether a notice may hold a link. */
  public boolean links() {
    return !noLink && !neutral();
  }

  /**
   * The first safe moment from {@code wanted} on.
   *
   * @param hours of the force
   * @return empty when there is none, or nobody can say when
   */
  public Optional<Instant> next(Instant wanted, SafeHours hours) {
    if (paused) {
      return Optional.empty();
    }
    var moment = awake(wanted, hours);
    while (moment.isBefore(wanted.plus(FAR))) {
      var asked = moment;
      for (var each : times) {
        moment = each.next(moment);
      }
      moment = awake(moment, hours);
      if (moment.equals(asked)) {
        return Optional.of(moment);
      }
    }
    return Optional.empty();
  }

  /**
   * When the safe hours end in which a moment lies. Hours begin and end at whole minutes.
   *
   * @param most the answer where they last at least as long
   */
  public Instant until(Instant moment, Instant most, SafeHours hours) {
    var end = moment;
    while (end.isBefore(most) && next(end, hours).filter(end::equals).isPresent()) {
      end = end.truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
    }
    return end.isBefore(most) ? end : most;
  }

  /** Whether the force's quiet hours let a notice leave at this moment, wherever the person is. */
  public boolean awake(SafeHours hours, Instant moment) {
    return awake(moment, hours).equals(moment);
  }

  private Instant awake(Instant wanted, SafeHours hours) {
    if (zones.isEmpty()) {
      return hours.next(wanted);
    }
    var moment = wanted;
    for (var zone : zones) {
      moment = hours.next(moment, zone);
    }
    return moment;
  }

  private static @Nullable LocalDate earlier(@Nullable LocalDate one, @Nullable LocalDate other) {
    return Stream.of(Optional.ofNullable(one), Optional.ofNullable(other))
        .flatMap(Optional::stream)
        .min(LocalDate::compareTo)
        .orElse(null);
  }

  @Override
  public String toString() {
    return "plan";
  }
}
