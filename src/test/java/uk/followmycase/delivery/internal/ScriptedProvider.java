package uk.followmycase.delivery.internal;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import uk.followmycase.delivery.Channel;

/** Keeps a ledger of what it was handed, and answers as a test tells it. */
final class ScriptedProvider implements Provider {

  private final ConcurrentLinkedQueue<Parcel> ledger = new ConcurrentLinkedQueue<>();
  private volatile BiFunction<Parcel, BooleanSupplier, Handover> script =
      simply(ScriptedProvider::accept);

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public boolean carries(Channel channel) {
    return true;
  }

  @Override
  public Handover send(Parcel parcel, BooleanSupplier permitted) {
    ledger.add(parcel);
    return script.apply(parcel, permitted);
  }

  void reset() {
    answers(ScriptedProvider::accept);
    ledger.clear();
  }

  void answers(Function<Parcel, Handover> answer) {
    script = simply(answer);
  }

  private static BiFunction<Parcel, BooleanSupplier, Handover> simply(
      Function<Parcel, Handover> answer) {
    return (parcel, permitted) -> answer.apply(parcel);
  }

  /** Answers that may ask whether more may leave. */
  void asked(BiFunction<Parcel, BooleanSupplier, Handover> answer) {
    script = answer;
  }

  void answers(Handover answer) {
    answers(parcel -> answer);
  }

  void throwsUp() {
    answers(
        parcel -> {
          throw new IllegalStateException("what it says may quote " + parcel.message().parts());
        });
  }

  /** Takes the parcel, but its answer never comes. */
  void stalls() {
    answers(
        parcel -> {
          try {
            new CountDownLatch(1).await();
          } catch (InterruptedException cutOff) {
            Thread.currentThread().interrupt();
          }
          return accept(parcel);
        });
  }

  List<Parcel> ledger() {
    return List.copyOf(ledger);
  }

  /** The texts handed over, in any order. */
  List<String> texts() {
    return ledger.stream().flatMap(parcel -> parcel.message().parts().stream()).toList();
  }

  static Handover accept(Parcel parcel) {
    return new Handover.Accepted("taken-" + parcel.attempt());
  }

  static Handover postpone() {
    return new Handover.Postponed("busy", Duration.ZERO);
  }
}
