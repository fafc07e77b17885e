package uk.followmycase.architecture;

import static com.tngtech.archunit.lang.SimpleConditionEvent.violated;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.context.event.EventListener;
import uk.followmycase.tenancy.ForceBound;

/** Events are past-tense records of ids, enums, numbers and times, and always name their force. */
final class EventRules {

  private static final String EVENTS = RoomRules.BASE + ".*.events..";

  static final ArchRule EVENTS_NAME_THEIR_FORCE =
      classes()
          .that()
          .resideInAPackage(EVENTS)
          .and()
          .areTopLevelClasses()
          .and()
          .doNotHaveSimpleName("package-info")
          .should()
          .beRecords()
          .andShould()
          .implement(ForceBound.class);

  static final ArchRule EVENTS_HOLD_NO_WORDS =
      classes()
          .that()
          .resideInAPackage(EVENTS)
          .should(
              new ArchCondition<>("hold ids, enums, numbers and times only") {
                @Override
                public void check(JavaClass event, ConditionEvents events) {
                  wordsIn(event).forEach(field -> events.add(violated(event, field.getFullName())));
                }
              })
          .because("an event ends in logs and tables that are not sealed");

  static final ArchRule LISTENERS_TAKE_ONE_EVENT_OF_A_FORCE =
      methods()
          .that()
          .areMetaAnnotatedWith(EventListener.class)
          .should(
              new ArchCondition<>("take one event that names its force, or one of the framework") {
                @Override
                public void check(JavaMethod listener, ConditionEvents events) {
                  if (!takesOneEvent(listener)) {
                    events.add(violated(listener, listener.getDescription()));
                  }
                }
              })
          .because("the force is bound from the event before the listener's transaction starts")
          .allowEmptyShould(true);

  private EventRules() {}

  private static boolean takesOneEvent(JavaMethod listener) {
    var taken = listener.getRawParameterTypes();
    return taken.size() == 1
        && (taken.getFirst().isAssignableTo(ForceBound.class)
            || taken.getFirst().getPackageName().startsWith("org.springframework."));
  }

  private static Stream<JavaField> wordsIn(JavaClass event) {
    return event.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .filter(
            field -> !field.getType().getAllInvolvedRawTypes().stream().allMatch(t -> wordless(t)));
  }

  private static boolean wordless(JavaClass type) {
    return type.isPrimitive()
        || type.isEnum()
        || isIdOrEvent(type)
        || type.isAssignableTo(Collection.class)
        || type.isAssignableTo(Map.class)
        || Stream.of(UUID.class, Instant.class, LocalDate.class, Duration.class)
            .anyMatch(type::isEquivalentTo)
        || (type.isAssignableTo(Number.class) && type.getPackageName().equals("java.lang"));
  }

  /** Records of events are checked themselves; an id is a record of something wordless. */
  private static boolean isIdOrEvent(JavaClass type) {
    return type.isRecord()
        && (type.getPackageName().endsWith(".events") || wordsIn(type).findAny().isEmpty());
  }
}
