package org.ariane.ivr.telephony;

import java.util.ArrayList;
import java.util.List;
import org.ariane.directory.phone.PhoneNumber;

/// Duty officers' telephones behind one trunk, told apart by the number that is dialled.
final class OfficerPhones {
  private final List<String> branches = new ArrayList<>();
  private final List<PhoneNumber> numbers = new ArrayList<>();

  /// Rings, answers, and does what the script says.
  OfficerPhones answers(PhoneNumber number, Script script) {
    return branch(
        number, Sipp.resource("/sipp/officer-answers.xml") + script.into("STEPS\nENDING"));
  }

  OfficerPhones rings(PhoneNumber number) {
    return branch(number, Sipp.resource("/sipp/officer-rings.xml"));
  }

  /// @param status as `486 Busy Here`
  OfficerPhones refuses(PhoneNumber number, String status) {
    return branch(number, Sipp.resource("/sipp/officer-refuses.xml").replace("STATUS", status));
  }

  private OfficerPhones branch(PhoneNumber number, String steps) {
    numbers.add(number);
    branches.add(steps);
    return this;
  }

  /// Each is called at most once.
  Sipp at(int port) {
    StringBuilder scenario =
        new StringBuilder(
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <scenario name="officers">
            <recv request="INVITE" rrs="true"><action>
            <ereg regexp=": *(.*)" search_in="hdr" header="To" assign_to="to,2"/>
            <ereg regexp=": *(.*)" search_in="hdr" header="From" assign_to="from,3"/>
            """);
    for (int i = 0; i < numbers.size(); i++) {
      scenario.append(
          "<ereg regexp=\"^INVITE sip:.%s@\" search_in=\"msg\" assign_to=\"is%d\"/>%n"
              .formatted(numbers.get(i).dialled().substring(1), i));
    }
    scenario.append("</action></recv>\n");
    for (int i = 0; i < numbers.size(); i++) {
      scenario.append("<nop next=\"%d\" test=\"is%d\"/>%n".formatted(i + 1, i));
    }
    scenario.append("<nop next=\"99\"/>\n");
    for (int i = 0; i < numbers.size(); i++) {
      scenario
          .append("<label id=\"%d\"/>%n".formatted(i + 1))
          .append(branches.get(i))
          .append("<nop next=\"99\"/>\n");
    }
    scenario.append("<label id=\"99\"/>\n<Reference variables=\"to,from,2,3\"/>\n</scenario>\n");
    return Sipp.officers(port, scenario.toString(), numbers.size());
  }
}
