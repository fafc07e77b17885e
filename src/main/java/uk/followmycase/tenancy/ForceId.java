package uk.followmycase.tenancy;

/**
 * A tenancy: a small surrogate that never changes. It is neither a legal force nor a brand.
 *
 * @param value positive
 */
public record ForceId(int value) {

  public ForceId {
    if (value <= 0) {
      throw new IllegalArgumentException("A force id is positive");
    }
  }

  @Override
  public String toString() {
    return "force " + value;
  }
}
