package uk.followmycase.web.officer.timeline;

import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import uk.followmycase.cases.Report.UpdateKind;
import uk.followmycase.cases.desk.Act;
import uk.followmycase.cases.desk.For;
import uk.followmycase.cases.desk.TimelineDesk;
import uk.followmycase.cases.desk.TimelineDesk.Done;
import uk.followmycase.cases.desk.TimelineDesk.Timeline;
import uk.followmycase.identity.StaffMember;
import uk.followmycase.tenancy.Wording;
import uk.followmycase.tenancy.keys.Handle;
import uk.followmycase.web.On;
import uk.followmycase.web.SeeOther;
import uk.followmycase.web.Site;
import uk.followmycase.web.officer.NotThere;

/** Tells victims something, puts it right, takes it away. */
@Controller
@On(Site.DESK)
class WriteUpdate {

  private static final String TIMELINE = "/desk/cases/{handle}/timeline";

  private static final Set<String> SAID = Set.of("posted", "corrected", "withdrawn", "not-now");

  private final TimelineDesk timelines;
  private final Wording wording;

  WriteUpdate(TimelineDesk timelines, Wording wording) {
    this.timelines = timelines;
    this.wording = wording;
  }

  @GetMapping(TIMELINE)
  @For(Act.POST_UPDATE)
  ModelAndView page(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @RequestParam(defaultValue = "") String said) {
    return shown(opened(who, file, null).said(SAID.contains(said) ? said : ""));
  }

  @GetMapping(TIMELINE + "/{line}")
  @For(Act.CORRECT_UPDATE)
  ModelAndView line(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String line) {
    return shown(opened(who, file, line));
  }

  @PostMapping(TIMELINE)
  @For(Act.POST_UPDATE)
  ModelAndView post(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @RequestParam Map<String, String> fields) {
    var form = new UpdateForm(fields);
    var page = opened(who, file, null);
    var faults = form.faults(page);
    if (form.check() || !faults.isEmpty()) {
      return shown(page.failed(form, form.check() ? Map.of() : faults));
    }
    var note = form.note(form.once().orElse(page.once()), form.kind().orElse(UpdateKind.GENERAL));
    var done = timelines.post(who, known(file), note);
    return done == Done.NOT_NOW
        ? overtaken(page.overtaken(form, "other-words"))
        : sent(file, done, "posted");
  }

  @PostMapping(TIMELINE + "/{line}/correct")
  @For(Act.CORRECT_UPDATE)
  ModelAndView correct(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String line,
      @RequestParam Map<String, String> fields) {
    var form = new UpdateForm(fields);
    var handle = known(line);
    var page = stands(who, file, handle);
    var faults = form.faults(page);
    faults.remove("kind");
    if (page.correcting() != null && (form.check() || !faults.isEmpty())) {
      return shown(page.failed(form, form.check() ? Map.of() : faults));
    }
    var note = form.note(form.once().orElse(page.once()), UpdateKind.CORRECTION);
    var done = timelines.correct(who, known(file), handle, note);
    return done == Done.NOT_NOW
        ? overtaken(stands(who, file, handle).overtaken(form, "overtaken"))
        : sent(file, done, "corrected");
  }

  @PostMapping(TIMELINE + "/{line}/withdraw")
  @For(Act.WITHDRAW_UPDATE)
  ModelAndView withdraw(
      @AuthenticationPrincipal StaffMember who,
      @PathVariable("handle") String file,
      @PathVariable String line) {
    return sent(file, timelines.withdraw(who, known(file), known(line)), "withdrawn");
  }

  private UpdatePage opened(StaffMember who, String file, @Nullable String line) {
    if (line == null) {
      return UpdatePage.of(read(who, file), null, wording);
    }
    var page = stands(who, file, known(line));
    if (page.correcting() == null) {
      throw new NotThere();
    }
    return page;
  }

  /** A form that puts a line right, if it still stands. */
  private UpdatePage stands(StaffMember who, String file, Handle line) {
    var timeline = read(who, file);
    var correcting = timeline.lines().stream().filter(one -> one.handle().equals(line)).findFirst();
    return UpdatePage.of(timeline, correcting.orElse(null), wording);
  }

  private Timeline read(StaffMember who, String file) {
    return timelines.read(who, known(file)).orElseThrow(NotThere::new);
  }

  private static ModelAndView sent(String file, Done done, String said) {
    return switch (done) {
      case DONE -> next(file, said);
      case NOT_NOW -> next(file, "not-now");
      case NOT_THERE -> throw new NotThere();
    };
  }

  private static ModelAndView next(String file, String said) {
    return new ModelAndView(SeeOther.at("/desk/cases/" + known(file) + "/timeline?said=" + said));
  }

  private static ModelAndView overtaken(UpdatePage page) {
    var shown = shown(page);
    shown.setStatus(HttpStatus.CONFLICT);
    return shown;
  }

  private static ModelAndView shown(UpdatePage page) {
    return new ModelAndView(
        "web/officer/timeline/timeline", Map.of("page", page, "back", page.address()));
  }

  private static Handle known(String handle) {
    return Handle.parse(handle).orElseThrow(NotThere::new);
  }
}
