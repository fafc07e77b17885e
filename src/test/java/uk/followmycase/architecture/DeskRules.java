package uk.followmycase.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.lang.ArchRule;
import org.springframework.web.bind.annotation.RequestMapping;
import uk.followmycase.cases.desk.For;

/** Every page of a desk says what it is for, so that whoever may not is refused early. */
final class DeskRules {

  static final ArchRule PAGES_SAY_WHAT_THEY_ARE_FOR =
      methods()
          .that()
          .areMetaAnnotatedWith(RequestMapping.class)
          .and()
          .areDeclaredInClassesThat()
          .resideInAnyPackage(RoomRules.BASE + ".web.officer..", RoomRules.BASE + ".web.admin..")
          .should()
          .beAnnotatedWith(For.class);

  private DeskRules() {}
}
