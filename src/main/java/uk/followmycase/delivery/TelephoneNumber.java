package uk.followmycase.delivery;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads telephone numbers as people write them. */
final class TelephoneNumber {

  private static final PhoneNumberUtil PHONES = PhoneNumberUtil.getInstance();

  private static final int LONGEST = 40;

  /** Marks of direction and the like, which phones copy along with a number. */
  private static final Pattern INVISIBLE = Pattern.compile("\\p{Cf}+");

  /** One number and nothing else: a note behind it may say whose it is, so it is refused. */
  private static final Pattern SHAPE =
      Pattern.compile("\\(?[+＋]?(?:\\p{Nd}|[\\s\\p{Zs}().\\p{Pd}])+");

  /**
   * Mobile ranges of the United Kingdom's numbering plan (070 and 076 are not, but for the Isle of
   * Man). The library leaves out what was allocated lately and the numbers set aside for examples.
   */
  private static final Pattern UK_MOBILE = Pattern.compile("\\+447(?:[1-57-9]\\d{8}|624\\d{6})");

  private static final Set<PhoneNumberType> TAKES_TEXTS =
      Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private TelephoneNumber() {}

  static Optional<String> mobile(String written) {
    return parse(written).filter(TelephoneNumber::takesTexts).map(TelephoneNumber::e164);
  }

  static Optional<String> any(String written) {
    return parse(written).filter(TelephoneNumber::possible).map(TelephoneNumber::e164);
  }

  private static Optional<PhoneNumber> parse(String written) {
    if (written.length() > LONGEST) {
      return Optional.empty();
    }
    var visible = INVISIBLE.matcher(written).replaceAll("").strip();
    if (!SHAPE.matcher(visible).matches()) {
      return Optional.empty();
    }
    try {
      return Optional.of(PHONES.parse(visible, "GB"));
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  private static boolean possible(PhoneNumber number) {
    return PHONES.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE;
  }

  private static boolean takesTexts(PhoneNumber number) {
    return UK_MOBILE.matcher(e164(number)).matches()
        || TAKES_TEXTS.contains(PHONES.getNumberType(number));
  }

  private static String e164(PhoneNumber number) {
    return PHONES.format(number, PhoneNumberFormat.E164);
  }
}
