package uk.followmycase.cases.internal;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import uk.followmycase.audit.Actor;
import uk.followmycase.audit.AuditAction;
import uk.followmycase.audit.AuditEntry;
import uk.followmycase.audit.AuditEntry.Subject;
import uk.followmycase.audit.AuditTrail;
import uk.followmycase.cases.CaseId;
import uk.followmycase.cases.CaseReference;
import uk.followmycase.cases.Grants;
import uk.followmycase.cases.PersonId;
import uk.followmycase.cases.events.CasesJudged.Judged;
import uk.followmycase.delivery.ContactPoints;
import uk.followmycase.identity.AccountId;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;
import uk.followmycase.tenancy.keys.DataKey;
import uk.followmycase.tenancy.keys.ForceKeys;
import uk.followmycase.tenancy.keys.Handle;

/** Opens and tells access. */
@Service
@Transactional
class GrantRegister implements Grants {

  private final GrantRows rows;
  private final Entrances entrances;
  private final CaseRows cases;
  private final PersonRows people;
  private final ContactPoints contacts;
  private final ForceKeys keys;
  private final Forces forces;
  private final AuditTrail trail;

  GrantRegister(
      GrantRows rows,
      Entrances entrances,
      CaseRows cases,
      PersonRows people,
      ContactPoints contacts,
      ForceKeys keys,
      Forces forces,
      AuditTrail trail) {
    this.rows = rows;
    this.entrances = entrances;
    this.cases = cases;
    this.people = people;
    this.contacts = contacts;
    this.keys = keys;
    this.forces = forces;
    this.trail = trail;
  }

  @Override
  public boolean open(PersonId person, AccountId account) {
    var candidate = entrances.lock(person).orElse(null);
    if (candidate == null || !candidate.mayEnter(account)) {
      return false;
    }
    if (!candidate.isIn(account)) {
      entrances.open(person, account, candidate);
      trail.record(
          new AuditEntry(
              new Actor(Actor.Kind.PERSON, account.value().toString()),
              AuditAction.ACCESS_OPENED,
              List.of(new Subject(candidate.caseId(), person.value())),
              account.value(),
              null));
    }
    return true;
  }

  @Override
  public List<ForceId> forcesOf(AccountId account) {
    return rows.forcesOf(account);
  }

  @Override
  public Map<PersonId, Reachable> reachable(Collection<PersonId> wanted) {
    var held = rows.sealed(wanted.stream().map(PersonId::value).toList());
    Map<UUID, DataKey> byPerson = new HashMap<>();
    held.values()
        .forEach(row -> byPerson.put(row.personId(), keys.dataKey(row.caseId(), row.wrapped())));
    var reachable = new LinkedHashMap<PersonId, Reachable>();
    contacts
        .safe(byPerson)
        .forEach(
            (id, safe) -> {
              var row = held.get(id);
              if (row != null) {
                reachable.put(
                    new PersonId(id),
                    new Reachable(new CaseId(row.caseId()), safe.contacts(), safe.wish()));
              }
            });
    return reachable;
  }

  @Override
  public Optional<PersonId> personBySource(String reference, String sourceId) {
    return CaseReference.read(reference, forces.current().settings().references())
        .flatMap(read -> cases.id(Told.digest(read.normalised(), keys)))
        .flatMap(caseId -> people.id(caseId, CasePeople.source(sourceId, keys)))
        .map(PersonId::new);
  }

  @Override
  public Optional<Judged> standing(CaseId caseId, Handle person) {
    return entrances.standing(caseId.value(), person);
  }

  @Override
  public Optional<AccountId> reader(PersonId person) {
    return rows.reader(person);
  }

  @Override
  public Optional<AccountId> holder(PersonId person) {
    return rows.holder(person);
  }
}
