package org.ariane.directory.hsds;

/// Our own taxonomies and marks in HSDS.
final class Terms {
  static final String KIND = "ariane:kind";
  static final String NEED = "ariane:need";
  static final String PUBLIC = "ariane:public";
  static final String LISTENER = "ariane:listener";
  static final String DOOR = "ariane:door";
  static final String CHARGE = "ariane:charge";
  static final String SOURCE = "ariane:source";
  static final String SOURCE_ID = "ariane:source-id";
  static final String SOURCE_DATE = "ariane:source-date";
  static final String SOURCE_LICENCE = "ariane:source-licence";
  static final String SOURCE_URL = "ariane:source-url";

  static final String PROTECTED = "protected";
  static final String SHOWN = "shown";

  /// Before hours in OSM syntax, where HSDS has a text.
  static final String HOURS = "opening_hours: ";

  /// Before a zone or country, where HSDS has a URI of an area.
  static final String ZONE = "urn:ariane:zone:";

  static final String COUNTRY = "urn:ariane:country:";

  private Terms() {}
}
