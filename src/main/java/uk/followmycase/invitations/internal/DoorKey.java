package uk.followmycase.invitations.internal;

/**
 * What opens an invitation: a link's token, or a code to type.
 *
 * @param secret as it leaves, once
 * @param digest all that is kept
 */
record DoorKey(boolean typed, String secret, byte[] digest) {

  @Override
  public String toString() {
    return typed ? "code to type" : "link";
  }
}
