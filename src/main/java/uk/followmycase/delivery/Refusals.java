package uk.followmycase.delivery;

/**
 * "This is not for me", said by whoever got news that is meant for somebody else. A notice of news
 * holds no link and nobody signs in to refuse it: a code in its words stands for the contact that
 * it went to. Whoever has not read what is sent there cannot know it, and it opens nothing.
 */
public interface Refusals {

  /** Goes into the words of a notice of the bound force: the same whenever one goes there. */
  String code(Contact to);

  /** Whether something was sent lately to the contact that this code stands for. */
  boolean known(String code);

  /**
   * Gives the contact up for everybody of the force who has it. They are told by what else is safe,
   * or by a person. Does nothing for a code that is not known.
   */
  void refuse(String code);
}
