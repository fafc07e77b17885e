package uk.followmycase.tenancy;

/** Every event and every task of a force names it, so that whoever handles it binds it first. */
public interface ForceBound {

  /** The force this belongs to. */
  ForceId force();
}
