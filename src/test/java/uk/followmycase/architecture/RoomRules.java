package uk.followmycase.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.Set;
import java.util.function.Predicate;

/** Which rooms a module has, and who may look into them. */
final class RoomRules {

  static final String BASE = "uk.followmycase";

  /** Rooms that are part of a module's face; every other package below a module is hidden. */
  private static final Set<String> OPEN_ROOMS = Set.of("", "events", "keys", "desk");

  /** Sites share what stands in {@code web} itself, and in its frame. */
  private static final String FRAME = "frame";

  static final ArchRule HIDDEN_ROOMS_SHOW_NOTHING =
      ArchRuleDefinition.classes()
          .that(stand("in a hidden room", RoomRules::inHiddenRoom))
          .and()
          .areTopLevelClasses()
          .should()
          .notBePublic()
          .because(
              "the compiler guards `internal` and the doors: make it package-private,"
                  + " or move what others need to the module's face");

  static final ArchRule SITES_KEEP_APART =
      slices()
          .matching(BASE + ".web.(*)..")
          .namingSlices("site $1")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(
              DescribedPredicate.alwaysTrue(),
              stand("in the frame", type -> room(type).matches(FRAME + "(\\..*)?")))
          .because("victims, officers and administrators have sites of their own");

  static final ArchRule AWS_STAYS_IN_DELIVERY =
      noClasses()
          .that()
          .resideOutsideOfPackage(BASE + ".delivery.internal..")
          .should()
          .dependOnClassesThat()
          .resideInAPackage("software.amazon.awssdk..")
          .because("only the providers in delivery.internal know who carries a notice");

  private RoomRules() {}

  private static boolean inHiddenRoom(JavaClass type) {
    var place = type.getPackageName();
    return place.startsWith(BASE + ".")
        && !place.startsWith(BASE + ".web")
        && !OPEN_ROOMS.contains(room(type));
  }

  /** What follows the module in the package's name. */
  private static String room(JavaClass type) {
    var parts = type.getPackageName().split("\\.", 4);
    return parts.length < 4 ? "" : parts[3];
  }

  private static DescribedPredicate<JavaClass> stand(String where, Predicate<JavaClass> test) {
    return DescribedPredicate.describe("stand " + where, test);
  }
}
