package uk.followmycase.cases.intake;

import java.util.ArrayList;
import java.util.List;

/** Collects what is wrong with one body; a sender who gets everything wrong is told enough. */
final class Faults {

  private static final int MOST = 50;

  private final List<Fault> found = new ArrayList<>();

  void add(String pointer, String detail, String advice) {
    if (found.size() < MOST) {
      found.add(new Fault(pointer, detail, advice));
    }
  }

  boolean none() {
    return found.isEmpty();
  }

  List<Fault> list() {
    return List.copyOf(found);
  }
}
