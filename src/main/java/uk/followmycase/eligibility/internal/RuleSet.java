package uk.followmycase.eligibility.internal;

import java.util.List;
import java.util.stream.Stream;
import uk.followmycase.eligibility.Flag;
import uk.followmycase.eligibility.Verdict;
import uk.followmycase.eligibility.Verdict.Proof;
import uk.followmycase.eligibility.Verdict.Reason;

/**
 * A force's policies in one revision. The highest level at which any of them speaks decides, with
 * all reasons given at that level: collision, then exclusion, then a person's decision, then
 * inclusion. Where all are silent nobody is invited.
 */
record RuleSet(int revision, List<Policy> policies) {

  private static final List<Reason> SILENCE = List.of(new Reason("no-rule", "no-rule"));

  static RuleSet of(int revision, List<Rule> rules) {
    return new RuleSet(
        revision, Stream.concat(Stream.of(new CollisionPolicy()), rules.stream()).toList());
  }

  Verdict judge(Subject subject) {
    var answers =
        policies.stream()
            .map(policy -> policy.on(subject))
            .filter(Answer.Says.class::isInstance)
            .map(Answer.Says.class::cast)
            .toList();
    return answers.stream()
        .map(Answer.Says::level)
        .max(Answer.Level::compareTo)
        .<Verdict>map(level -> verdict(level, reasons(answers, level), subject))
        .orElseGet(() -> new Verdict.NotEligible(SILENCE, revision));
  }

  private Verdict verdict(Answer.Level level, List<Reason> reasons, Subject subject) {
    return switch (level) {
      case COLLISION, TO_DECIDE -> new Verdict.NeedsPerson(reasons, revision);
      case EXCLUDED -> new Verdict.NotEligible(reasons, revision);
      case INCLUDED -> new Verdict.Eligible(reasons, revision, proof(subject));
    };
  }

  /** A code sent to the only or a shared contact would prove nothing. */
  private static Proof proof(Subject subject) {
    var person = subject.person();
    var strict =
        person.shared()
            || !person.text()
            || !person.email()
            || subject.facts().flags().stream().anyMatch(Flag::strict);
    return strict ? Proof.STRICT : Proof.STANDARD;
  }

  private static List<Reason> reasons(List<Answer.Says> answers, Answer.Level level) {
    return answers.stream()
        .filter(answer -> answer.level() == level)
        .flatMap(answer -> answer.reasons().stream())
        .toList();
  }
}
