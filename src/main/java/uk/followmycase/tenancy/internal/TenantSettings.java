package uk.followmycase.tenancy.internal;

import java.nio.file.Path;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the forces' files are.
 *
 * @param tenants the folder with {@code _default} and one folder for each force
 */
@ConfigurationProperties("followmycase")
record TenantSettings(@DefaultValue("tenants") Path tenants) {}
