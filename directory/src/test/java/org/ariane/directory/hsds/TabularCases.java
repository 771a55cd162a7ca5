package org.ariane.directory.hsds;

import java.util.LinkedHashMap;
import java.util.Map;

/// A package of two services, as tables.
public final class TabularCases {
  public static final Map<String, String> FILES = new LinkedHashMap<>();

  static {
    FILES.put(
        "services.csv",
        """
        id,organization_id,name,status,description,url,assured_date,fees_description
        s1,o1,"Écoute, accueil",active,"Listens.
        Every day.",https://example.org,2026-10-01,
        s2,o1,Old service,defunct,,,,
        s3,o2,Hébergement,active,,,2026-10-02,free for all
        """);
    FILES.put("organizations.csv", "id,name,description\no1,Maison,House\no2,Toit,Roof\n");
    FILES.put(
        "phones.csv",
        """
        id,service_id,location_id,number,type
        p1,s1,,03 20 00 00 00,voice
        p2,s1,,03 20 00 00 01,fax
        p3,,l1,320000002,voice
        """);
    FILES.put("languages.csv", "id,service_id,code\nn1,s1,fr\nn2,s1,ar\n");
    FILES.put(
        "schedules.csv",
        """
        id,service_id,freq,byday,opens_at,closes_at
        c1,s1,WEEKLY,"MO,TU",09:00,17:00
        c2,s1,MONTHLY,1SA,10:00,12:00
        """);
    FILES.put("service_at_locations.csv", "id,service_id,location_id\na1,s1,l2\na3,s3,l1\n");
    FILES.put(
        "locations.csv",
        "id,location_type,latitude,longitude\nl1,physical,50.63,3.06\nl2,physical,3.06,50.63\n");
    FILES.put(
        "addresses.csv",
        """
        id,location_id,address_1,city,state_province,postal_code,country,address_type
        d1,l1,1 rue Secrète,Lille,Nord,59000,FR,physical
        d2,l2,2 rue Exemple,Bourg,Ain,1000,FR,physical
        """);
    FILES.put("attributes.csv", "id,link_id,taxonomy_term_id,value\nt1,s3,k1,shelter\n");
    FILES.put(
        "taxonomy_terms.csv",
        "id,code,name,description,taxonomy\nk1,shelter,shelter,shelter,ariane:kind\n");
  }

  private TabularCases() {}
}
