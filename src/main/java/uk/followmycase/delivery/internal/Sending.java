package uk.followmycase.delivery.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;

/** Calls under way in one round. Outcomes are written down together as they come. */
final class Sending {

  private final Function<Parcel, Outcome> call;
  private final Consumer<List<Outcome>> record;
  private final Executor threads;
  private final LinkedBlockingQueue<Outcome> done = new LinkedBlockingQueue<>();

  private int open;

  Sending(Function<Parcel, Outcome> call, Consumer<List<Outcome>> record, Executor threads) {
    this.call = call;
    this.record = record;
    this.threads = threads;
  }

  void start(List<Parcel> parcels) {
    parcels.forEach(parcel -> threads.execute(() -> done.add(call.apply(parcel))));
    open += parcels.size();
  }

  /** Returns when every outcome is written down: one slow call does not keep the others open. */
  void finish() throws InterruptedException {
    while (open > 0) {
      var batch = new ArrayList<Outcome>();
      batch.add(done.take());
      done.drainTo(batch);
      record.accept(batch);
      open -= batch.size();
    }
  }
}
