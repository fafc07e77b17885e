package uk.followmycase.delivery.internal;

import java.net.URI;
import java.util.List;
import org.springframework.stereotype.Component;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import uk.followmycase.delivery.internal.Provider.Unfit;
import uk.followmycase.tenancy.ForceSettings.Sender;

/** How this program speaks with Amazon: bounded in time, and never twice for one attempt. */
@Component
class AwsClients {

  private static final String ACCESS_KEY = "accessKey";
  private static final String SECRET_KEY = "secretKey";

  private final Secrets secrets;
  private final DeliverySettings settings;

  AwsClients(Secrets secrets, DeliverySettings settings) {
    this.secrets = secrets;
    this.settings = settings;
    KeptConnections.forCalls(settings.inFlight());
  }

  List<Unfit> unfit(Sender via) {
    if (via.setting(ACCESS_KEY).isPresent()) {
      return secrets.missing(via, ACCESS_KEY, SECRET_KEY);
    }
    try (var machine = DefaultCredentialsProvider.builder().build()) {
      var unused = machine.resolveCredentials();
      return List.of();
    } catch (SdkClientException none) {
      return List.of(
          new Unfit(
              "settings",
              "names no keys, and this machine has no role with Amazon",
              "Add accessKey and secretKey by reference, or give the machine a role"));
    }
  }

  /** Retries are the outbox's, which writes each of them down. */
  <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C open(B builder, Sender via) {
    via.setting("endpoint").map(URI::create).ifPresent(builder::endpointOverride);
    return builder
        .region(Region.of(via.setting("region").orElseThrow()))
        .credentialsProvider(credentials(via))
        .httpClientBuilder(
            UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.connectWithin())
                .socketTimeout(settings.answerWithin()))
        .overrideConfiguration(
            sdk ->
                sdk.retryStrategy(AwsRetryStrategy.doNotRetry())
                    .apiCallTimeout(settings.answerWithin()))
        .build();
  }

  private AwsCredentialsProvider credentials(Sender via) {
    return via.setting(ACCESS_KEY).isPresent()
        ? StaticCredentialsProvider.create(
            AwsBasicCredentials.create(secrets.of(via, ACCESS_KEY), secrets.of(via, SECRET_KEY)))
        : DefaultCredentialsProvider.builder().build();
  }
}
