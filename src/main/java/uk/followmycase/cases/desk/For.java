package uk.followmycase.cases.desk;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The act that a page of a desk is for. Whoever has no role for it is refused before the page
 * begins; the last word is the service's, which knows the case.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface For {
  /** The act. */
  Act value();
}
