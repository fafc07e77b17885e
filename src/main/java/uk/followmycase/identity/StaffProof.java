package uk.followmycase.identity;

import jakarta.servlet.http.HttpServletRequest;

/** Staff who must show anew that it is they, before an act that could do much harm. */
public interface StaffProof {

  /** Whether somebody did so within ten minutes. */
  boolean fresh(StaffMember member);

  /** Whether somebody of the nation's did so within ten minutes. */
  boolean fresh(NationalAdministrator administrator);

  /** Whether the provider is to say anew what somebody may do; it need not ask them. */
  boolean due(StaffMember member);

  /** The same of somebody of the nation's. */
  boolean due(NationalAdministrator administrator);

  /**
   * Gets ready for that.
   *
   * @param backTo page of this host that the browser comes back to
   * @return address that leads there
   */
  String again(String backTo, HttpServletRequest request);

  /** The same at the national site. */
  String again(NationalAdministrator administrator, String backTo, HttpServletRequest request);

  /**
   * Gets ready for signing in anew at the provider, whomever it knows already.
   *
   * @param backTo page of this host that the browser comes back to
   * @return address that a link leads to; a form must not, since it ends on other hosts
   */
  String anew(String backTo, HttpServletRequest request);

  /** The same at the national site. */
  String anew(NationalAdministrator administrator, String backTo, HttpServletRequest request);
}
