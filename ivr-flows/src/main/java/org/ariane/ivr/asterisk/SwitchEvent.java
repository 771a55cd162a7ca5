package org.ariane.ivr.asterisk;

import org.asteriskjava.manager.event.UserEvent;
import org.jspecify.annotations.Nullable;

/// What the dialplan tells through `UserEvent(Ariane,…)`. asterisk-java fills it by its setters;
/// its name comes from the class: see [ArianeEvent].
public abstract class SwitchEvent extends UserEvent {
  private static final long serialVersionUID = 1L;

  private @Nullable String what;
  private @Nullable String answer;
  private @Nullable String callback;
  private @Nullable String cause;
  private @Nullable String duty;
  private @Nullable String exercise;
  private @Nullable String offer;
  private @Nullable String contact;
  private @Nullable String operator;
  private @Nullable String received;
  private @Nullable String sent;
  private @Nullable String transfer;

  SwitchEvent(Object source) {
    super(source);
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }

  public String getWhat() {
    return orEmpty(what);
  }

  public void setWhat(String what) {
    this.what = what;
  }

  public String getAnswer() {
    return orEmpty(answer);
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }

  public String getCallback() {
    return orEmpty(callback);
  }

  public void setCallback(String callback) {
    this.callback = callback;
  }

  public String getCause() {
    return orEmpty(cause);
  }

  public void setCause(String cause) {
    this.cause = cause;
  }

  public String getDuty() {
    return orEmpty(duty);
  }

  public void setDuty(String duty) {
    this.duty = duty;
  }

  public String getExercise() {
    return orEmpty(exercise);
  }

  public void setExercise(String exercise) {
    this.exercise = exercise;
  }

  public String getOffer() {
    return orEmpty(offer);
  }

  public void setOffer(String offer) {
    this.offer = offer;
  }

  public String getContact() {
    return orEmpty(contact);
  }

  public void setContact(String contact) {
    this.contact = contact;
  }

  public String getOperator() {
    return orEmpty(operator);
  }

  public void setOperator(String operator) {
    this.operator = operator;
  }

  public String getReceived() {
    return orEmpty(received);
  }

  public void setReceived(String received) {
    this.received = received;
  }

  public String getSent() {
    return orEmpty(sent);
  }

  public void setSent(String sent) {
    this.sent = sent;
  }

  public String getTransfer() {
    return orEmpty(transfer);
  }

  public void setTransfer(String transfer) {
    this.transfer = transfer;
  }
}
