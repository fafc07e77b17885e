/**
 * The machine-facing door: authorization server, tokens, records systems' clients, and the filter
 * chain of every host.
 */
@NullMarked
package uk.followmycase.identity.oauth;

import org.jspecify.annotations.NullMarked;
