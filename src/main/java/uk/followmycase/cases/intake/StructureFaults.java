package uk.followmycase.cases.intake;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonPointer;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JavaType;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.DeserializationProblemHandler;
import tools.jackson.databind.deser.ValueInstantiator;

/** Tells unknown fields by name and wrong types by place, then reads on without them. */
class StructureFaults extends DeserializationProblemHandler {

  @Override
  public boolean handleUnknownProperty(
      DeserializationContext context,
      JsonParser parser,
      @Nullable ValueDeserializer<?> deserializer,
      Object bean,
      String name) {
    var main = Objects.requireNonNull(context.getParser());
    var at = main.streamReadContext().pathAsPointer();
    var here = parser == main ? at : at.append(JsonPointer.empty().appendProperty(name));
    of(context)
        .add(here.toString(), "Unknown field", "Leave it out; the OpenAPI document has them all");
    parser.skipChildren();
    return true;
  }

  @Override
  public @Nullable Object handleUnexpectedToken(
      DeserializationContext context,
      JavaType target,
      JsonToken token,
      JsonParser parser,
      @Nullable String message) {
    return wrongType(context, target, parser);
  }

  @Override
  public @Nullable Object handleMissingInstantiator(
      DeserializationContext context,
      Class<?> type,
      @Nullable ValueInstantiator instantiator,
      JsonParser parser,
      @Nullable String message) {
    return wrongType(context, context.constructType(type), parser);
  }

  private static @Nullable Object wrongType(
      DeserializationContext context, JavaType target, JsonParser parser) {
    var wanted = target.isCollectionLikeType() ? "a list" : "an object";
    wrong(context, parser, wanted);
    return null;
  }

  /** Notes that something else stands where {@code wanted} should. */
  static void wrong(DeserializationContext context, JsonParser parser, String wanted) {
    var pointer = parser.streamReadContext().pathAsPointer().toString();
    parser.skipChildren();
    of(context).add(pointer, "Wrong type", "Give " + wanted);
  }

  static Faults of(DeserializationContext context) {
    return (Faults) Objects.requireNonNull(context.getAttribute(StructureFaults.class));
  }
}
