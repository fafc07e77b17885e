package uk.followmycase.tenancy.internal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Where the master key is.
 *
 * @param file a Tink keyset in JSON, readable by the program alone
 */
@ConfigurationProperties("followmycase.keys")
record KeySettings(Path file) {}
