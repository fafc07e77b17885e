package uk.followmycase.eligibility;

import java.util.Optional;

/**
 * The product's own short table of Home Office offence classes ({@code nnn}). The words for people
 * are {@code offence.<nnn>}.
 */
public interface OffenceClasses {

  /**
   * The class of a classification.
   *
   * @param code {@code nnn/nn} or {@code nnn}
   * @return empty when the table does not hold it
   */
  Optional<OffenceClass> of(String code);

  /**
   * One class.
   *
   * @param number three digits
   * @param group as rules name it, such as {@code criminal-damage}
   * @param title as the Home Office has it; never shown to victims
   */
  record OffenceClass(String number, String group, String title) {}
}
