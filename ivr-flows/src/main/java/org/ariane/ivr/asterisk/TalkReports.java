package org.ariane.ivr.asterisk;

/// Who hears what the dialplan tells of talks: transfers, supervisors, and on which channels they
/// are.
interface TalkReports {
  /// Any news of ours; what is about something else is ignored.
  void on(ArianeEvent event);

  /// A telephone that was rung under this id did not answer.
  void failed(String id);
}
