package uk.followmycase.delivery;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import uk.followmycase.delivery.Notices.Held;
import uk.followmycase.delivery.Notices.Kind;

/** How the bound force's notices fare, in figures that tell of nobody. */
public interface Outgoing {

  /** One line for every channel and kind, also where there is nothing. */
  List<Line> lines();

  /** Channels by which a notice may leave and no receipt ever says whether it arrived. */
  Set<Channel> unheard();

  /**
   * Notices of a kind on a channel.
   *
   * @param waiting that have not left, for whatever reason
   * @param oldest since when the oldest could have left; null when none could
   * @param late whether that is too long
   * @param held those that have to wait
   */
  record Line(
      Channel channel,
      Kind kind,
      long waiting,
      @Nullable Instant oldest,
      boolean late,
      List<Back> held,
      Today today) {}

  /**
   * Notices that have to wait.
   *
   * @param until when the first of them may leave; null when nobody can say
   */
  record Back(Held why, long count, @Nullable Instant until) {}

  /**
   * Since the force's midnight.
   *
   * @param sent taken by a provider
   * @param told of by another notice to the same reader
   * @param failed ended without either, but for those taken back
   * @param parked failed too often
   * @param twice attempts after which somebody may have got a notice twice
   */
  record Today(long sent, long told, long failed, long parked, long twice) {}
}
