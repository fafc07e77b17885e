package uk.followmycase.tenancy.internal;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import uk.followmycase.tenancy.Force;
import uk.followmycase.tenancy.ForceId;
import uk.followmycase.tenancy.Forces;

/**
 * The forces as their files were at start. They are read when all parts of the program stand, so
 * that every module hears of a new revision, and before anything asks: the web server opens later.
 */
@Component
final class ServedForces implements Forces, SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ServedForces.class);
  private static final int BEFORE_ALL_ELSE = Integer.MIN_VALUE;

  private final TenantsFolder folder;
  private final Candidates candidates;
  private final Revisions revisions;
  private volatile Served served = Served.NOTHING_YET;

  ServedForces(TenantSettings settings, Candidates candidates, Revisions revisions) {
    this.folder = new TenantsFolder(Path.of(settings.tenants()));
    this.candidates = candidates;
    this.revisions = revisions;
  }

  @Override
  public void start() {
    var defaults = folder.defaults();
    var words = Candidates.words(defaults);
    var examined = candidates.examine(folder.forces(), defaults, words);
    var fit = examined.stream().flatMap(candidate -> candidate.fit().stream()).toList();
    var heads = revisions.revise(fit.stream().map(one -> one.files().own()).toList(), defaults);
    served = Served.of(examined, heads, words);
    served.faults().forEach(ServedForces::tell);
    LOG.info("Serving {} forces", served.bySlug().size());
  }

  private static void tell(Fault fault) {
    LOG.error(
        "{} is not served. {}:{} {}. {}",
        fault.slug(),
        fault.file(),
        fault.line(),
        fault.message(),
        fault.advice());
  }

  @Override
  public void stop() {
    served = Served.NOTHING_YET;
  }

  @Override
  public boolean isRunning() {
    return served != Served.NOTHING_YET;
  }

  @Override
  public int getPhase() {
    return BEFORE_ALL_ELSE;
  }

  @Override
  public Optional<Force> byHost(String host) {
    return Optional.ofNullable(served.byHost().get(host.toLowerCase(Locale.ROOT)));
  }

  @Override
  public Optional<Force> bySlug(String slug) {
    return Optional.ofNullable(served.bySlug().get(slug));
  }

  @Override
  public Optional<Force> byId(ForceId id) {
    return Optional.ofNullable(served.byId().get(id));
  }

  @Override
  public Force of(ForceId id) {
    var force = served.byId().get(id);
    if (force == null) {
      throw new IllegalArgumentException("This deployment does not serve " + id);
    }
    return force;
  }

  @Override
  public List<Force> all() {
    return List.copyOf(served.bySlug().values());
  }

  @Override
  public List<Fault> faults() {
    return served.faults();
  }

  @Override
  public Optional<Source> source(ForceId id, String name) {
    return Optional.ofNullable(served.fit().get(id)).flatMap(fit -> fit.files().source(name));
  }

  /** The words of a force, or those that all share. */
  Words words(Optional<ForceId> force) {
    var now = served;
    return force.map(now.fit()::get).map(Candidate.Fit::words).orElse(now.words());
  }
}
