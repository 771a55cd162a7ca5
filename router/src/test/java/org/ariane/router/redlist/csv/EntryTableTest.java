package org.ariane.router.redlist.csv;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.ariane.directory.phone.PhoneNumber;
import org.ariane.directory.place.Position;
import org.ariane.directory.place.ZoneId;
import org.ariane.router.access.PrincipalId;
import org.ariane.router.alarm.Address;
import org.ariane.router.redlist.RedListEntry;
import org.ariane.router.redlist.RedListEntryId;
import org.ariane.router.redlist.RedListFacts;
import org.ariane.router.redlist.RedListFacts.Recorded;
import org.ariane.router.redlist.RedListLine;
import org.ariane.router.redlist.RedListSubject;
import org.ariane.router.redlist.RedListSubject.OfAddress;
import org.ariane.router.redlist.RedListSubject.OfPhone;
import org.ariane.router.redlist.RedListSubject.OfPlace;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EntryTableTest {
  private static final String HEADER = "kind,phone,zone,seriousness,reasonCode,legalBasis,reviewBy";
  private static final String GOOD = "phone,+33612345678,fr-94,4,threats,convention-1,2027-05-21";
  private static final Address ADDRESS =
      new Address(
          Optional.of("12 rue \"des\" Tilleuls,\nbât. B"),
          Optional.of("94700"),
          Optional.of("=Maisons-Alfort"),
          Optional.of("FR"));

  private static final List<RedListEntry> ENTRIES =
      List.of(
          entry(1, new OfPhone(new PhoneNumber("+33612345678"))),
          entry(2, new OfPlace(new Position(48.8065, -0.00001), 300)),
          entry(3, new OfAddress(ADDRESS)));

  private static RedListEntry entry(int n, RedListSubject subject) {
    return new RedListEntry(
        new RedListEntryId("rl-01JD8Z4T9K000000000000000" + n),
        subject,
        new RedListFacts(
            n,
            "-weapon;threat",
            List.of(
                new Recorded(LocalDate.parse("2025-11-02"), "a|b\\c d"),
                new Recorded(LocalDate.parse("2026-01-05"), "assault")),
            "@convention, 3",
            LocalDate.parse("2027-05-21")),
        new ZoneId("fr-94"),
        new PrincipalId("registrar-1"),
        Instant.EPOCH,
        List.of(),
        Optional.empty(),
        1);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    List<RedListLine> lines =
        ENTRIES.stream()
            .map(
                it -> new RedListLine(0, Optional.of(it.id()), it.subject(), it.facts(), it.zone()))
            .toList();
    assertThat(EntryTable.read(EntryTable.write(ENTRIES).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            EntryTable.Read.Lines.class,
            read ->
                assertThat(read.lines())
                    .usingRecursiveFieldByFieldElementComparatorIgnoringFields("line")
                    .containsExactlyElementsOf(lines));
  }

  static Stream<Arguments> wrong() {
    return Stream.of(
        Arguments.of("", "1 there is no line"),
        Arguments.of(HEADER + ",colour\n" + GOOD + ",", "1 has a column that is none of"),
        Arguments.of(HEADER + ",kind\n" + GOOD + ",", "1 has a column twice"),
        Arguments.of("kind,phone\nphone,1", "1 has no column zone, seriousness"),
        Arguments.of(HEADER + "\n" + GOOD + "\n\n" + GOOD + ",x", "4 has not as many cells"),
        Arguments.of(line("4,", "6,"), "2 seriousness: a whole number from 1 to 5"),
        Arguments.of(line("+336", "06"), "2 phone: a number with its country"),
        Arguments.of(line("2027-05-21", "21/05/2027"), "2 reviewBy: a day as"),
        Arguments.of(line("phone,+", "person,+"), "2 kind: phone, place or address"),
        Arguments.of(line("phone,+", "place,+"), "2 lat: degrees"),
        Arguments.of(line("phone,+", "address,+"), "2 address: street"),
        Arguments.of(line("threats", "x".repeat(201)), "2 reasonCode: 200 characters"),
        Arguments.of(line("convention-1", " "), "2 legalBasis:"),
        Arguments.of(HEADER + ",incidents\n" + GOOD + ",2025 x", "2 incidents: up to 100"),
        Arguments.of(HEADER + "\n" + (GOOD + "\n").repeat(2_001), "2002 a file has 2,000 lines"));
  }

  private static String line(String old, String now) {
    return HEADER + "\n" + GOOD.replace(old, now);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void whatIsWrongIsNamedByLineAndColumnNeverByContent(String text, String fault) {
    assertThat(EntryTable.read(text.getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            EntryTable.Read.Wrong.class,
            it -> {
              var first = it.faults().getFirst();
              assertThat(first.line() + " " + first.what())
                  .startsWith(fault)
                  .doesNotContain("612345678", "colour", "21/05");
            });
  }

  @Test
  void allWrongLinesAreNamedAtOnce() {
    String bad = GOOD.replace("4,", "9,");
    assertThat(EntryTable.read((HEADER + "\n" + bad + "\n" + GOOD + "\n" + bad).getBytes(UTF_8)))
        .isInstanceOfSatisfying(
            EntryTable.Read.Wrong.class,
            it ->
                assertThat(it.faults()).extracting(RedListLine.Fault::line).containsExactly(2, 4));
  }

  @Test
  void fiveThousandDamagedFilesAreReadOrNamedByALine() {
    byte[] whole = EntryTable.write(ENTRIES).getBytes(UTF_8);
    long lineEnds = new String(whole, UTF_8).lines().count();
    Random random = new Random(94);
    int refused = 0;
    for (int i = 0; i < 5_000; i++) {
      byte[] bytes = whole.clone();
      for (int j = random.nextInt(1, 6); j > 0; j--) {
        bytes = damaged(bytes, random);
      }
      if (EntryTable.read(bytes) instanceof EntryTable.Read.Wrong(var faults)) {
        refused++;
        assertThat(faults).isNotEmpty().allMatch(it -> it.line() >= 1 && !it.what().isEmpty());
        assertThat(faults).allMatch(it -> it.line() <= 20 * lineEnds);
      }
    }
    assertThat(refused).isGreaterThan(1_000);
  }

  private static byte[] damaged(byte[] bytes, Random random) {
    byte[] signs = "\",;\r\n'=\\|\u0000é9-+".getBytes(UTF_8);
    byte[] next = bytes.clone();
    int at = random.nextInt(bytes.length);
    switch (random.nextInt(4)) {
      case 0 -> next[at] = signs[random.nextInt(signs.length)];
      case 1 -> next[at] = (byte) random.nextInt(256);
      case 2 -> next = java.util.Arrays.copyOf(bytes, Math.max(1, at));
      default -> System.arraycopy(bytes, 0, next, at, bytes.length - at);
    }
    return next;
  }
}
