package uk.followmycase.web;

import uk.followmycase.cases.desk.Act;

/** The rooms of a desk, in the order of its navigation. */
public enum DeskRoom {
  WORK("/", Act.SEE_WORK, "desk.room.work"),
  TASKS("/desk/tasks", Act.SEE_TASKS, "desk.room.tasks"),
  SEARCH("/desk/search", Act.SEARCH, "desk.room.search"),
  COVER("/desk/cover", Act.SET_COVER, "desk.room.cover"),
  NOTICES("/desk/notices", Act.SEE_NOTICES, "desk.room.notices"),
  DELIVERY("/desk/delivery", Act.SEE_DELIVERY, "desk.room.delivery"),
  TRAIL("/desk/trail", Act.SEE_TRAIL, "desk.room.trail"),
  STAFF("/desk/staff", Act.SEE_STAFF, "desk.room.staff");

  private final String address;
  private final Act act;
  private final String key;

  DeskRoom(String address, Act act, String key) {
    this.address = address;
    this.act = act;
    this.key = key;
  }

  public String address() {
    return address;
  }

  /** What one must be allowed to do to be led there. */
  public Act act() {
    return act;
  }

  /** Key of its name. */
  public String key() {
    return key;
  }
}
