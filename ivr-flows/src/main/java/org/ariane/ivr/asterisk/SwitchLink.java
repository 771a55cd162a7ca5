package org.ariane.ivr.asterisk;

/// One switch, as this server sees it.
///
/// @param talks notices telephones that vanish
/// @param supervision keeps `ami` connected and hands its events to the news
record SwitchLink(
    SwitchId id, Ami ami, Supervision supervision, VoiceMetrics metrics, TalkWatch talks) {
  boolean connected() {
    return ami.connected();
  }
}
