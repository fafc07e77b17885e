package uk.followmycase.tenancy.internal;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the forces' files are.
 *
 * @param tenants the folder with {@code _default} and one folder for each force; as text, since a
 *     path would be looked for on the class path first, where the schemas stand under that name
 */
@ConfigurationProperties("followmycase")
record TenantSettings(@DefaultValue("tenants") String tenants) {}
