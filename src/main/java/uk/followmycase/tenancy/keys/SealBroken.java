package uk.followmycase.tenancy.keys;

/** A sealed value was changed, moved to another row, or made with another key. */
public final class SealBroken extends RuntimeException {

  public SealBroken(Throwable cause) {
    super("A sealed value cannot be opened", cause);
  }
}
