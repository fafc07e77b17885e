package uk.followmycase.eligibility.internal;

/** One small matter on which a person may be invited or not. */
interface Policy {

  Answer on(Subject subject);
}
