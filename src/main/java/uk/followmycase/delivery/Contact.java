package uk.followmycase.delivery;

import java.util.Optional;

/**
 * A phone number in E.164 or an e-mail address in lower case: one way of writing for each.
 *
 * @param channel what it is good for
 * @param value normalised
 */
public record Contact(Channel channel, String value) {

  /**
   * A mobile number however it is written ({@code 07700 900123}, {@code +44 (0)7700-900123} …).
   *
   * @return empty when it is no number that takes texts: landlines read them aloud
   */
  public static Optional<Contact> phone(String written) {
    return Contacts.phone(written);
  }

  /**
   * Any telephone number in E.164, landlines too, for comparing with others. Never to be sent to.
   *
   * @return empty when it is no possible number; what cannot be read cannot be compared
   */
  public static Optional<String> number(String written) {
    return Contacts.number(written);
  }

  /**
   * An e-mail address in lower case, its domain as it stands in the DNS ({@code xn--…}).
   *
   * @return empty when it cannot be one
   */
  public static Optional<Contact> email(String written) {
    return Contacts.email(written);
  }

  /** Enough to recognise, too little to learn: {@code ••• 123} or {@code a•••@e•••.uk}. */
  public String masked() {
    return Contacts.masked(this);
  }

  @Override
  public String toString() {
    return channel + " contact";
  }
}
