package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sns.model.MessageAttributeValue;
import software.amazon.awssdk.services.sns.model.PublishRequest;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** Texts by Amazon SNS, which has no idempotency key for them. */
@Component
class SnsProvider implements Provider, DisposableBean {

  /** As the networks take it: a letter at least, or it would look like a number. */
  private static final Pattern SENDER = Pattern.compile("(?=.*[A-Za-z])[A-Za-z0-9]{1,11}");

  private final AwsClients aws;
  private final Clients<SnsClient> clients;

  SnsProvider(AwsClients aws) {
    this.aws = aws;
    this.clients = new Clients<>(via -> aws.open(SnsClient.builder(), via));
  }

  @Override
  public String name() {
    return "sns";
  }

  @Override
  public boolean carries(Channel channel) {
    return channel == Channel.TEXT;
  }

  @Override
  public List<Unfit> unfit(Sender via) {
    var sender =
        SENDER.matcher(via.sender()).matches()
            ? Stream.<Unfit>empty()
            : Stream.of(
                new Unfit(
                    "sender",
                    "is no sender id of a text",
                    "Write up to eleven letters and digits, a letter among them"));
    return Stream.concat(sender, aws.unfit(via).stream()).toList();
  }

  @Override
  public Handover send(Parcel parcel, BooleanSupplier permitted) {
    var client = clients.of(parcel.via());
    return Parts.inTurn(
        parcel.message().parts(),
        permitted,
        (number, text) ->
            AwsAnswers.of(() -> Parts.taken(client.publish(text(parcel, text)).messageId())));
  }

  private static PublishRequest text(Parcel parcel, String text) {
    var price = parcel.via().setting("maximumPrice").orElseThrow();
    return PublishRequest.builder()
        .phoneNumber(parcel.message().to().value())
        .message(text)
        .messageAttributes(
            Map.of(
                "AWS.SNS.SMS.SenderID", attribute("String", parcel.via().sender()),
                "AWS.SNS.SMS.SMSType", attribute("String", "Transactional"),
                "AWS.SNS.SMS.MaxPrice", attribute("Number", price)))
        .build();
  }

  private static MessageAttributeValue attribute(String type, String value) {
    return MessageAttributeValue.builder().dataType(type).stringValue(value).build();
  }

  @Override
  public void destroy() throws Exception {
    clients.close();
  }
}
