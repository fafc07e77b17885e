package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.function.BooleanSupplier;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** Somebody who carries texts or e-mails. Called without a transaction and without a connection. */
interface Provider {

  /** Its name in {@code force.yaml}. */
  String name();

  /** Whether this is a way for it at all. */
  boolean carries(Channel channel);

  /** Whether it says, after it took a notice from this sender, what became of that. */
  default boolean hears(Sender via) {
    return false;
  }

  /** What keeps it from sending as a force wants; asked at start, before anything is sent. */
  default List<Unfit> unfit(Sender via) {
    return List.of();
  }

  /** What would show that a discreet sender and one with the force's name are the same. */
  default List<Unfit> alike(Sender discreet, Sender plain) {
    return List.of();
  }

  /**
   * Hands a parcel over, or finds out why not. Where some of its parts were taken, the answer is
   * that of the first which was not. May block and may be interrupted; an exception means that
   * nobody knows whether the parcel was taken.
   *
   * @param permitted whether the next part may still leave
   */
  Handover send(Parcel parcel, BooleanSupplier permitted);

  /**
   * One thing that is wrong.
   *
   * @param entry the entry of {@code force.yaml} that it is about, such as {@code secretKey}
   */
  record Unfit(String entry, String message, String advice) {}
}
