package uk.followmycase.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Set;

/** Time and secrets are handled in one way. */
final class ValueRules {

  private static final Set<String> WALL_CLOCKS =
      Set.of(
          "java.lang.System.currentTimeMillis",
          "java.util.Calendar.getInstance",
          "java.time.Clock.systemUTC",
          "java.time.Clock.systemDefaultZone",
          "java.time.Clock.system",
          "java.time.Clock.tickMillis",
          "java.time.Clock.tickSeconds");

  static final ArchRule TIME_COMES_FROM_THE_CLOCK =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName("followmycase.platform.ClockAutoConfiguration")
          .should()
          .accessTargetWhere(
              DescribedPredicate.describe("they read the machine's clock", ValueRules::readsClock))
          .because("time is a bean: ask java.time.Clock, so that tests can move it");

  static final ArchRule SECRETS_COMPARE_IN_CONSTANT_TIME =
      noClasses()
          .should()
          .callMethod(Arrays.class, "equals", byte[].class, byte[].class)
          .orShould()
          .callMethod(Arrays.class, "compare", byte[].class, byte[].class)
          .orShould()
          .callMethod(Arrays.class, "mismatch", byte[].class, byte[].class)
          .because("a comparison that stops early tells how much was right: use Digests.same");

  private ValueRules() {}

  private static boolean readsClock(JavaAccess<?> access) {
    var type = access.getTargetOwner();
    var name = access.getTarget().getName();
    return WALL_CLOCKS.contains(type.getName() + "." + name)
        || (type.isEquivalentTo(Date.class) && makesNow(access))
        || (type.getPackageName().startsWith("java.time") && name.equals("now") && !asks(access));
  }

  private static boolean makesNow(JavaAccess<?> access) {
    return access.getTarget().getName().equals("<init>") && parameters(access).isEmpty();
  }

  private static boolean asks(JavaAccess<?> access) {
    return parameters(access).stream().anyMatch(type -> type.isEquivalentTo(Clock.class));
  }

  private static List<JavaClass> parameters(JavaAccess<?> access) {
    return access.getTarget() instanceof CodeUnitAccessTarget called
        ? called.getRawParameterTypes()
        : List.of();
  }
}
