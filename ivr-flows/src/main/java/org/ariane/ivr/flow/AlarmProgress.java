package org.ariane.ivr.flow;

/// How far the alarm of a call has come.
public enum AlarmProgress {
  NONE,
  STORED,
  FAILED
}
