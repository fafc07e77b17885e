package uk.followmycase.delivery.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.ApplicationModuleTest;
import org.springframework.modulith.test.ApplicationModuleTest.BootstrapMode;
import org.springframework.test.context.TestPropertySource;

/**
 * The module with the ones below it, a scripted provider, and no worker but those a test starts.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ApplicationModuleTest(
    module = "delivery",
    mode = BootstrapMode.ALL_DEPENDENCIES,
    webEnvironment = WebEnvironment.NONE)
@TestPropertySource(
    properties = {
      "followmycase.demo-outbox=false",
      "followmycase.delivery.dispatch=false",
      "followmycase.delivery.call-within=300ms",
      "followmycase.delivery.tries=3",
      "followmycase.delivery.invitations-per-minute=1000000",
      "followmycase.delivery.poll=20ms",
      "followmycase.delivery.pause=5ms"
    })
@Import(Stage.class)
@interface DeliveryTest {}
