package org.ariane.ivr.asterisk;

/// `pjsip.conf`: who may call and write in (everybody, the lines only), operators' telephones and
/// softphones, trunks.
final class SipConfiguration {
  private static final String ENDPOINT =
      """
      type=endpoint
      disallow=all
      allow=ulaw,alaw
      direct_media=no
      media_address=127.0.0.1
      bind_rtp_to_media_address=yes
      dtmf_mode=auto_info
      send_pai=no
      send_rpid=no
      send_connected_line=no
      rtp_keepalive=10
      """;

  /// Stands in for the number of whoever calls in, so that the switch never keeps it: neither in a
  /// variable nor in an event nor on another leg. The server asks the call's own headers for it.
  private static final String UNNAMED =
      """
      callerid=Ariane <0>
      trust_id_inbound=no
      trust_id_outbound=no
      """;

  /// A text message to or from it is answered 404. Without this line it would go where a call goes.
  private static final String NO_TEXTS = "message_context=ariane-closed\n";

  /// Who withholds her number cannot be answered, so her text messages are answered 404 before the
  /// switch has accepted them; her calls are as all others. What shows it: the name or host that
  /// stands for no number (RFC 3323), no number at all, one that cannot be answered from here since
  /// it is not E.164, and a header that asks for privacy.
  private static final String WITHHELD =
      """
      [withheld-address]
      type=identify
      endpoint=anonymous-withheld
      match_header=From: /sips?:([Aa]nonymous|[Uu]n(known|available)|[Rr]estricted|[^@>]*@anonymous[.]invalid|[^@>]*>|[0-9]+@)/
      [withheld-wish]
      type=identify
      endpoint=anonymous-withheld
      match_header=Privacy: /(id|user|header|session|critical)/
      """;

  private SipConfiguration() {}

  static String render(AsteriskSettings settings) {
    StringBuilder text = new StringBuilder();
    text.append(
        """
        [global]
        type=global
        user_agent=Ariane
        endpoint_identifier_order=header,username,anonymous
        ; News for the server that pile up must not keep calls out.
        taskprocessor_overload_trigger=pjsip_only
        [udp]
        type=transport
        protocol=udp
        bind=127.0.0.1:%1$d
        [anonymous]
        %2$s%3$scontext=ariane-in
        message_context=%4$s
        [anonymous-withheld]
        %2$s%3$scontext=ariane-in
        %5$s%6$s\
        """
            .formatted(
                settings.sipPort(),
                ENDPOINT,
                UNNAMED,
                settings.trunk().isPresent() ? TextConfiguration.CONTEXT : "ariane-closed",
                NO_TEXTS,
                WITHHELD));
    settings.trunk().ifPresent(trunk -> text.append(trunk("trunk", trunk)));
    settings.emergencyTrunk().ifPresent(trunk -> text.append(trunk("emergency-trunk", trunk)));
    settings.operators().forEach(account -> text.append(operator(account)));
    text.append(NeighbourConfiguration.sip(settings.neighbours(), ENDPOINT + NO_TEXTS));
    if (settings.softphones()) {
      text.append("[ws]\ntype=transport\nprotocol=ws\nbind=127.0.0.1\n");
      settings.operators().forEach(account -> text.append(softphone(account, settings.webMedia())));
    }
    return text.toString();
  }

  /// Whoever claims to be the trunk gets no more than an anonymous caller.
  private static String trunk(String name, HostPort where) {
    return """
    [%1$s]
    %2$s%3$s%5$scontext=ariane-in
    aors=%1$s
    [%1$s]
    type=aor
    contact=sip:%4$s
    """
        .formatted(name, ENDPOINT, UNNAMED, where, NO_TEXTS);
  }

  /// Only the telephone of an operator ends for want of packets (see [TalkWatch] for the faster
  /// way); a caller who is silent, or whose network is, never does.
  private static String operator(SipAccount account) {
    return """
    [%1$s]
    %2$s%4$scontext=ariane-closed
    auth=%1$s
    aors=%1$s
    device_state_busy_at=1
    rtp_timeout=120
    rtp_timeout_hold=600
    [%1$s]
    type=auth
    auth_type=userpass
    username=%1$s
    password=%3$s
    [%1$s]
    type=aor
    max_contacts=1
    remove_existing=yes
    """
        .formatted(account.user(), ENDPOINT, account.password(), NO_TEXTS);
  }

  /// Beside the telephone of the same operator, since a browser speaks DTLS and a telephone does
  /// not. One that is lost in a talk is missed within four seconds, by its silence; a page that
  /// stands still within thirteen, by what it does not answer.
  private static String softphone(SipAccount account, WebMedia media) {
    return """
    [%1$s]
    type=endpoint
    webrtc=yes
    dtls_auto_generate_cert=yes
    disallow=all
    allow=ulaw,alaw
    direct_media=no
    media_address=%3$s
    bind_rtp_to_media_address=%4$s
    dtmf_mode=auto_info
    send_pai=no
    send_rpid=no
    send_connected_line=no
    timers=no
    rtp_timeout=4
    rtp_timeout_hold=4
    %5$scontext=ariane-closed
    auth=%1$s
    aors=%1$s
    device_state_busy_at=1
    [%1$s]
    type=auth
    auth_type=userpass
    username=%1$s
    password=%2$s
    [%1$s]
    type=aor
    max_contacts=1
    remove_existing=yes
    minimum_expiration=30
    maximum_expiration=120
    qualify_frequency=10
    qualify_timeout=3
    """
        .formatted(
            OperatorDevices.softphone(account.user()),
            account.softphonePassword(),
            media.address(),
            media.loopback() ? "yes" : "no",
            NO_TEXTS);
  }
}
