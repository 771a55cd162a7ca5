package org.ariane.router.redlist.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.ariane.router.redlist.RedListLine.Fault;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CsvTest {
  static Stream<Arguments> tables() {
    return Stream.of(
        Arguments.of("a,b\r\nc,d\r\n", List.of(List.of("a", "b"), List.of("c", "d"))),
        Arguments.of("a;b\nc;d,e", List.of(List.of("a", "b"), List.of("c", "d,e"))),
        Arguments.of("\uFEFFa,b\rc,\r", List.of(List.of("a", "b"), List.of("c", ""))),
        Arguments.of("\"a\"\"b\",\"c\r\nd\"\n", List.of(List.of("a\"b", "c\r\nd"))),
        Arguments.of("\n\na,b\n,\n\nc,d", List.of(List.of("a", "b"), List.of("c", "d"))),
        Arguments.of("'+33,'=1,''x,'x", List.of(List.of("+33", "=1", "'x", "'x"))),
        Arguments.of("", List.of()));
  }

  @ParameterizedTest
  @MethodSource("tables")
  void tablesAreReadAsTheyAreMeant(String text, List<List<String>> cells) {
    assertThat(Csv.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Csv.Read.Table.class,
            table -> assertThat(table.rows()).extracting(Csv.Row::cells).isEqualTo(cells));
  }

  static Stream<Arguments> broken() {
    return Stream.of(
        Arguments.of("a,b\n\"c\nd\",e\nx,\"y", 4),
        Arguments.of("a,b\nc\"d,e", 2),
        Arguments.of("a,b\n\"c\"d,e", 2),
        Arguments.of("a,b\r\nc,\u0000", 2));
  }

  @ParameterizedTest
  @MethodSource("broken")
  void whatIsBrokenIsNamedByItsLine(String text, int line) {
    assertThat(Csv.read(text.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            Csv.Read.Broken.class, it -> assertThat(it.fault().line()).isEqualTo(line));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a,b\nc,\u00e9", "\u00e9,\u00e8\r\nb"})
  void otherEncodingsAreRefusedByTheirLine(String text) {
    int line = text.indexOf('\u00e9') > 0 ? 2 : 1;
    assertThat(Csv.read(text.getBytes(StandardCharsets.ISO_8859_1)))
        .isEqualTo(new Csv.Read.Broken(new Fault(line, "is not UTF-8")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+33612345678",
        "-2.438",
        "@x",
        "\tx",
        "\rx",
        "'x",
        "'",
        "''=x",
        "a;b,\"c\n"
      })
  void noCellIsAFormulaAndEachIsReadAsItWasWritten(String cell) {
    String row = Csv.write(List.of("x", cell, "y"));
    assertThat(row).matches("(?s)x,\"?[^=+\\-@\t\r].*");
    assertThat(Csv.read(row.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Csv.Read.Table(List.of(new Csv.Row(1, List.of("x", cell, "y")))));
  }
}
