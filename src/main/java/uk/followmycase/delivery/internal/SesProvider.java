package uk.followmycase.delivery.internal;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.services.sesv2.SesV2Client;
import software.amazon.awssdk.services.sesv2.model.EmailContent;
import software.amazon.awssdk.services.sesv2.model.MessageHeader;
import software.amazon.awssdk.services.sesv2.model.MessageTag;
import software.amazon.awssdk.services.sesv2.model.SendEmailRequest;
import uk.followmycase.delivery.Channel;
import uk.followmycase.tenancy.ForceSettings.Sender;

/**
 * E-mails by Amazon SES. It knows no idempotency key; the attempt travels as a tag, so that a later
 * receipt of an attempt without an answer still finds it.
 */
@Component
class SesProvider implements Provider, DisposableBean {

  private final AwsClients aws;
  private final Clients<SesV2Client> clients;

  SesProvider(AwsClients aws) {
    this.aws = aws;
    this.clients = new Clients<>(via -> aws.open(SesV2Client.builder(), via));
  }

  @Override
  public String name() {
    return "ses";
  }

  @Override
  public boolean carries(Channel channel) {
    return channel == Channel.EMAIL;
  }

  @Override
  public boolean hears(Sender via) {
    return via.setting("receiptsTopic").isPresent();
  }

  @Override
  public List<Unfit> unfit(Sender via) {
    return Stream.concat(Mail.unfit(via).stream(), aws.unfit(via).stream()).toList();
  }

  @Override
  public Handover send(Parcel parcel, BooleanSupplier permitted) {
    var client = clients.of(parcel.via());
    return Parts.inTurn(
        parcel.message().parts(),
        permitted,
        (number, text) ->
            AwsAnswers.of(() -> Parts.taken(client.sendEmail(email(parcel, text)).messageId())));
  }

  private static SendEmailRequest email(Parcel parcel, String text) {
    var message = parcel.message();
    var content =
        EmailContent.builder()
            .simple(
                simple ->
                    simple
                        .subject(subject -> subject.charset("UTF-8").data(Mail.subject(message)))
                        .body(body -> body.text(plain -> plain.charset("UTF-8").data(text)))
                        .headers(header(Mail.AUTO_SUBMITTED, Mail.AUTO_GENERATED)))
            .build();
    return SendEmailRequest.builder()
        .fromEmailAddress(parcel.via().sender())
        .destination(destination -> destination.toAddresses(message.to().value()))
        .content(content)
        .configurationSetName(parcel.via().setting("configurationSet").orElse(null))
        .emailTags(tag("attempt", parcel.attempt().toString()), tag("force", parcel.force()))
        .build();
  }

  private static MessageHeader header(String name, String value) {
    return MessageHeader.builder().name(name).value(value).build();
  }

  private static MessageTag tag(String name, String value) {
    return MessageTag.builder().name(name).value(value).build();
  }

  @Override
  public void destroy() throws Exception {
    clients.close();
  }
}
