package uk.followmycase.web.officer.casefile;

import uk.followmycase.cases.desk.Act;

/**
 * A page that does something to a case: offered to those whom the policy lets do it.
 *
 * @param path what follows the case's address
 * @param key of what the link says
 */
record CaseAct(Act act, String path, String key) {}
