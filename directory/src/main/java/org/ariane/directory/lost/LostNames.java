package org.ariane.directory.lost;

import java.util.List;

/// Names that LoST fixes, and those we had to choose.
final class LostNames {
  static final String LOST = "urn:ietf:params:xml:ns:lost1";
  static final String GML = "http://www.opengis.net/gml";
  static final String SHAPES = "http://www.opengis.net/pidflo/1.0";
  static final String CIVIC = "urn:ietf:params:xml:ns:pidf:geopriv10:civicAddr";

  /// For two elements that the text of RFC 5222 section 13 names and its schema forgets.
  static final String OURS = "https://ariane.invalid/lost";

  static final String GEODETIC_PROFILE = "geodetic-2d";
  static final String CIVIC_PROFILE = "civic";
  static final String WGS_84 = "urn:ogc:def:crs:EPSG::4326";

  /// Labels of a civic address, RFC 4119 and RFC 5139. Others are not repeated in answers.
  static final List<String> CIVIC_LABELS =
      List.of(
          "country", "A1", "A2", "A3", "A4", "A5", "A6", "PRM", "PRD", "RD", "STS", "POD", "POM",
          "RDSEC", "RDBR", "RDSUBBR", "HNO", "HNS", "LMK", "LOC", "FLR", "NAM", "PC", "BLD", "UNIT",
          "ROOM", "SEAT", "PLC", "PCN", "POBOX", "ADDCODE");

  private LostNames() {}
}
