package uk.followmycase.tenancy;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What {@code force.yaml} says.
 *
 * @param name by language; {@code en} always stands, {@code cy} where the force has one
 * @param host the portal's host name
 * @param jurisdiction such as {@code england-and-wales}
 * @param welshDuty whether the Welsh Language Standards bind this force (domain: an unknown wish is
 *     answered in both languages)
 * @param zone wall clock of the force
 * @param statuses the force's words, lower case, each with its stage: ask {@link #stage}
 * @param open whether the force takes part; a closed force's API and portal say so
 * @param updateEvery the longest that victims should wait for an update on an open case
 * @param staff who may say that somebody works for the force
 * @param taskWebhook where a system of the force's own is told of tasks; null where none is
 */
public record ForceSettings(
    Map<String, String> name,
    String host,
    String jurisdiction,
    boolean welshDuty,
    ZoneId zone,
    boolean open,
    References references,
    Map<String, Stage> statuses,
    Invitations invitations,
    QuietHours quietHours,
    Map<String, Sender> channels,
    Contact contact,
    List<Support> support,
    Brand brand,
    Duration feedSilentAfter,
    Duration updateEvery,
    List<StaffProvider> staff,
    @Nullable TaskWebhook taskWebhook) {

  private static final Pattern SPACES = Pattern.compile("\\s+");

  public ForceSettings {
    statuses =
        statuses.entrySet().stream()
            .collect(toUnmodifiableMap(entry -> plain(entry.getKey()), Map.Entry::getValue));
  }

  /**
   * The stage that the force maps a status to; case and extra spaces do not matter. Empty when the
   * force's files do not know the word, which is a fault that the records system is told of.
   */
  public Optional<Stage> stage(String status) {
    return Optional.ofNullable(statuses.get(plain(status)));
  }

  /** The calendar day there at an instant. */
  public LocalDate day(Instant instant) {
    return LocalDate.ofInstant(instant, zone);
  }

  /** The force's name in a language, in English where it has no other. */
  public String name(Locale language) {
    var own = name.get(language.getLanguage());
    return own == null ? Objects.requireNonNull(name.get("en")) : own;
  }

  private static String plain(String status) {
    return SPACES.matcher(status.strip()).replaceAll(" ").toLowerCase(Locale.ROOT);
  }

  /**
   * How this force writes a reference.
   *
   * @param pattern a normalised reference matches this whole
   * @param strip characters (a regular expression) taken out before comparing; letters are
   *     upper-cased
   */
  public record References(String pattern, String strip) {}

  /**
   * Invitations.
   *
   * @param validFor life of a link (14 days unless the force says otherwise)
   * @param remindAfter when one reminder goes out; null for never
   * @param linkBy channel of the link where both are on record: {@code text} or {@code email}; the
   *     code goes by the other
   */
  public record Invitations(Duration validFor, @Nullable Duration remindAfter, String linkBy) {}

  /** No notice leaves between these wall-clock times; {@code from} may be later than {@code to}. */
  public record QuietHours(LocalTime from, LocalTime to) {}

  /**
   * Who sends on a channel ({@code text}, {@code email}).
   *
   * @param provider such as {@code ses}
   * @param sender name or address shown
   * @param settings what this provider wants to know besides; secrets only by reference
   * @param limits how much may leave by this channel
   */
  public record Sender(
      String provider, String sender, Map<String, String> settings, Limits limits) {

    public Sender {
      settings = settings == null ? Map.of() : Map.copyOf(settings);
      limits = limits == null ? Limits.NONE : limits;
    }

    /** A sender that needs no settings and has no limits of its own. */
    public Sender(String provider, String sender) {
      this(provider, sender, Map.of(), Limits.NONE);
    }

    /** A setting; empty when the force's files say nothing. */
    public Optional<String> setting(String name) {
      return Optional.ofNullable(settings.get(name));
    }
  }

  /**
   * How much may leave by a channel; null where only the deployment's own bounds hold.
   *
   * @param atOnce calls of the provider under way in one instance
   * @param perSecond notices of all instances together
   * @param perDay notices of all instances together, by the force's calendar
   */
  public record Limits(
      @Nullable Integer atOnce, @Nullable Integer perSecond, @Nullable Integer perDay) {

    /** No limits of its own. */
    public static final Limits NONE = new Limits(null, null, null);
  }

  /** Where the force's people can be reached otherwise. Links stand on the force's own hosts. */
  public record Contact(String phone, String website, String accessibilityEmail) {}

  /** A support service. Texts by language. */
  public record Support(
      Map<String, String> name,
      Map<String, String> about,
      @Nullable String phone,
      @Nullable String url) {}

  /**
   * The force's look. Colours are {@code #rrggbb}; their contrast is checked at start.
   *
   * @param header background of the header bar, white text stands on it
   * @param accent border under the header
   * @param link colour of links on white
   * @param button background of the main button, white text stands on it
   */
  public record Brand(String header, String accent, String link, String button) {}
}
