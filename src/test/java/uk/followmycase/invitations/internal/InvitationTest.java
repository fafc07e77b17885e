package uk.followmycase.invitations.internal;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.context.annotation.Import;
import org.springframework.modulith.test.EnableScenarios;
import uk.followmycase.support.MovableClock;

/**
 * The whole product with a clock to move. Nothing leaves by itself: a test takes notices out of the
 * postbox when it wants them.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@EnableScenarios
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "followmycase.delivery.dispatch=false")
@Import({MovableClock.Configuration.class, Postbox.class, Victims.class})
@interface InvitationTest {}
