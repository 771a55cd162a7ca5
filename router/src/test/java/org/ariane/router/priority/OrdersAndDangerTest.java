package org.ariane.router.priority;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ariane.router.alarm.Trigger;
import org.ariane.router.danger.DangerLevel;
import org.ariane.router.order.OrderKind;
import org.ariane.router.order.OrderMark;
import org.ariane.router.order.OrderStatus;
import org.ariane.router.priority.yaml.YamlPriorityPolicy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/// The policy of orders and assessments, by example.
class OrdersAndDangerTest {
  private static final LocalDate UNTIL = LocalDate.of(2027, 3, 1);
  private static final OrderMark VERIFIED_BAN = ban(OrderStatus.VERIFIED, false);
  private static final OrderMark CLAIMED_BAN = ban(OrderStatus.CLAIMED, false);
  private static final OrderMark BREACHED_BAN = ban(OrderStatus.VERIFIED, true);

  private final PriorityPolicy policy = YamlPriorityPolicy.shipped();

  private static OrderMark ban(OrderStatus status, boolean breached) {
    return new OrderMark(OrderKind.CONTACT_BAN, status, breached, UNTIL);
  }

  static Stream<Arguments> cases() {
    return Stream.of(
        Arguments.of(Trigger.BUTTON, List.of(), "", 45, PriorityClass.HIGH),
        Arguments.of(Trigger.BUTTON, List.of(VERIFIED_BAN), "", 75, PriorityClass.CRITICAL),
        Arguments.of(Trigger.BUTTON, List.of(CLAIMED_BAN), "", 57, PriorityClass.HIGH),
        Arguments.of(Trigger.FALL, List.of(VERIFIED_BAN), "", 60, PriorityClass.CRITICAL),
        Arguments.of(Trigger.CHECK_IN_MISSED, List.of(CLAIMED_BAN), "", 37, PriorityClass.ELEVATED),
        Arguments.of(Trigger.GEOFENCE, List.of(BREACHED_BAN), "", 85, PriorityClass.CRITICAL),
        // The heaviest order counts once.
        Arguments.of(
            Trigger.BUTTON, List.of(CLAIMED_BAN, VERIFIED_BAN), "", 75, PriorityClass.CRITICAL),
        Arguments.of(Trigger.BUTTON, List.of(), "unclear", 45, PriorityClass.HIGH),
        Arguments.of(Trigger.BUTTON, List.of(), "low", 45, PriorityClass.HIGH),
        Arguments.of(Trigger.BUTTON, List.of(), "moderate", 53, PriorityClass.HIGH),
        Arguments.of(Trigger.BUTTON, List.of(), "high", 65, PriorityClass.CRITICAL),
        Arguments.of(Trigger.CHECK_IN_MISSED, List.of(), "high", 45, PriorityClass.HIGH),
        Arguments.of(Trigger.CHECK_IN_MISSED, List.of(), "extreme", 60, PriorityClass.CRITICAL));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ordersAndDangerAddUp(
      Trigger trigger, List<OrderMark> orders, String level, int score, PriorityClass urgency) {
    Priority priority = policy.assess(features(trigger, orders, DangerLevel.parse(level)));

    assertThat(priority.score()).isEqualTo(score);
    assertThat(priority.urgency()).isEqualTo(urgency);
  }

  @ParameterizedTest
  @EnumSource(Trigger.class)
  void aVerifiedBanOnContactAndAnyAlarmMakeAtLeastHigh(Trigger trigger) {
    Priority priority = policy.assess(features(trigger, List.of(VERIFIED_BAN), Optional.empty()));

    assertThat(priority.urgency()).isLessThanOrEqualTo(PriorityClass.HIGH);
  }

  @Test
  void reasonsAreThoseOfTheContract() {
    Priority priority =
        policy.assess(
            features(Trigger.SILENT, List.of(BREACHED_BAN), Optional.of(DangerLevel.HIGH)));

    assertThat(priority.reasons())
        .contains(
            new PriorityReason("order.active", 30, "Ban on contact until 2027-03-01 (verified)"),
            new PriorityReason("order.breached", 15, "An order of a court is breached"),
            new PriorityReason("assessment.high", 20, "Danger assessed as high"));
  }

  private static PriorityFeatures features(
      Trigger trigger, List<OrderMark> orders, Optional<DangerLevel> danger) {
    return new PriorityFeatures(
        Set.of(trigger), false, false, Optional.empty(), 0, 0, orders, danger);
  }
}
