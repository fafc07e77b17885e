package followmycase.load;

import java.util.Locale;

/** Numbers that are nobody's: Ofcom's, the North American, French and German ones for drama. */
final class Phone {

  private static final int WAYS = 7;

  private Phone() {}

  /** A mobile of 900 that victims have; the last hundred are other parties'. */
  static String mobile(int number) {
    return "07700900" + padded(number % 900, 3);
  }

  static String otherPartys(int number) {
    return "07700900" + (900 + number % 100);
  }

  static String landline(int number) {
    return "01632960" + padded(number % 1000, 3);
  }

  static String foreign(int number) {
    return switch (number % 4) {
      case 0 -> "+1 202-555-01" + padded(number % 100, 2);
      case 1 -> "+33 6 39 98 " + padded(number / 7 % 100, 2) + " " + padded(number % 100, 2);
      case 2 -> "+49 171 39200" + padded(number % 100, 2);
      default -> "0049-171-39200" + padded(number % 100, 2);
    };
  }

  /** The same British number as different hands write it. */
  static String written(String digits, Dice dice) {
    var rest = digits.substring(1);
    var spaced = digits.substring(0, 5) + " " + digits.substring(5);
    return switch (dice.below(WAYS)) {
      case 0 -> digits;
      case 1 -> "+44" + rest;
      case 2 -> "+44 (0)" + rest.substring(0, 4) + " " + rest.substring(4);
      case 3 -> "0044 " + rest;
      case 4 ->
          "(" + digits.substring(0, 5) + ") " + digits.substring(5, 8) + "-" + digits.substring(8);
      case 5 -> " " + spaced + " ";
      default -> spaced;
    };
  }

  private static String padded(int number, int digits) {
    return String.format(Locale.ROOT, "%0" + digits + "d", number);
  }
}
