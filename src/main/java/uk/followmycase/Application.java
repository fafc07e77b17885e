package uk.followmycase;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.FullyQualifiedAnnotationBeanNameGenerator;
import org.springframework.modulith.Modulithic;

/**
 * Starts Follow My Case. Beans are named by their whole class name, so that no module has to know
 * which names the others hide.
 */
@Modulithic(systemName = "Follow My Case")
@SpringBootApplication(nameGenerator = FullyQualifiedAnnotationBeanNameGenerator.class)
@ConfigurationPropertiesScan
public class Application {

  static void main(String[] arguments) {
    SpringApplication.run(Application.class, arguments);
  }
}
