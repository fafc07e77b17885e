package uk.followmycase.delivery;

/** How a notice can travel. */
public enum Channel {
  TEXT,
  EMAIL;

  /** The other one. */
  public Channel other() {
    return this == TEXT ? EMAIL : TEXT;
  }
}
