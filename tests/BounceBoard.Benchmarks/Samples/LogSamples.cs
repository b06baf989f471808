namespace BounceBoard.Benchmarks.Samples;

/// <summary>The forms beside Postfix, as their servers write them.</summary>
internal static class LogSamples
{
    private const string Iso = "yyyy-MM-dd'T'HH:mm:ss.000'Z'", Spaced = "yyyy-MM-dd HH:mm:ss", Syslog = "MMM dd HH:mm:ss";

    public static IReadOnlyList<LogSample> All { get; } =
    [
        new("Exim log", "", 3, Exim),
        new("Sendmail log", "", 2, Sendmail),
        new("OpenSMTPD log", "", 2, OpenSmtpd),
        new("PowerMTA CSV", "type,timeLogged,rcpt,orig,dsnAction,dsnStatus,dsnDiag,dsnMta,bounceCat,dlvSourceIp,dlvDestinationIp,vmta,jobId,header_Message-Id\n", 1, PowerMta),
        new("KumoMTA JSON lines", "", 2, KumoMta),
        new("Exchange CSV", "#Software: Microsoft Exchange Server\n#Fields: date-time,client-ip,client-hostname,server-ip,server-hostname,source-context,connector-id,source,event-id,"
            + "internal-message-id,message-id,network-message-id,recipient-address,recipient-status,total-bytes,recipient-count,related-recipient-address,reference,message-subject,"
            + "sender-address,return-path\n", 1, Exchange),
        new("Haraka log", "", 2, Haraka),
        new("ZoneMTA log", "", 2, ZoneMta),
    ];

    private static string Exim(SampleMessage m)
    {
        var head = $"{m.Time(Spaced)} 1qTest-{m.Index:D11}-0000";
        var outcome = m.IsRefused
            ? $"** {m.Recipient} R=dnslookup T=remote_smtp H={m.Mx} [{m.Ip}]:25 X=TLS1.3: SMTP error from remote mail server after RCPT TO:<{m.Recipient}>: 550 5.1.1 <{m.Recipient}>: user unknown"
            : $"=> {m.Recipient} F=<{m.Sender}> R=dnslookup T=remote_smtp S=4711 H={m.Mx} [{m.Ip}] X=TLS1.3 CV=yes C=\"250 2.0.0 Ok: queued as 77\" QT=1s DT=1s";
        return $"{head} <= {m.Sender} H=app.sender.test [192.0.2.1] P=esmtps S=4711 id={m.Index}.1@sender.test\n{head} {outcome}\n{head} Completed\n";
    }

    private static string Sendmail(SampleMessage m)
    {
        var (time, id) = (m.Time(Syslog), $"61CA{m.Index:D10}");
        var outcome = m.IsRefused ? "dsn=5.1.1, stat=User unknown" : "dsn=2.0.0, stat=Sent (250 2.0.0 Ok: queued as 88)";
        return $"{time} out2 sendmail[239]: {id}: from=<{m.Sender}>, size=4711, class=0, nrcpts=1, msgid=<{m.Index}.1@sender.test>, proto=ESMTP, daemon=MTA, relay=app.sender.test [192.0.2.1]\n"
            + $"{time} out2 sm-mta[239]: {id}: to=<{m.Recipient}>, delay=00:00:02, xdelay=00:00:01, mailer=esmtp, pri=100285, relay={m.Mx}. [{m.Ip}], {outcome}\n";
    }

    private static string OpenSmtpd(SampleMessage m)
    {
        var head = $"{m.Time(Syslog)} out3 smtpd[1234]: {m.Index:x16}";
        var outcome = m.IsRefused ? "result=\"PermFail\" stat=\"550 5.1.1 user unknown\"" : "result=\"Ok\" stat=\"250 2.0.0 Ok: queued\"";
        return $"{head} smtp message address=192.0.2.1 msgid=0a1b2c3d from=<{m.Sender}> to=<{m.Recipient}> size=4711\n"
            + $"{head} mta delivery evpid={m.Index:x16} from=<{m.Sender}> to=<{m.Recipient}> rcpt=<-> source=\"192.0.2.10\" relay=\"{m.Ip} ({m.Mx})\" delay=1s {outcome}\n";
    }

    private static string PowerMta(SampleMessage m)
    {
        var outcome = m.IsRefused
            ? $"failed,5.1.1 (bad destination mailbox address),\"smtp;550 5.1.1 <{m.Recipient}>: user unknown\",{m.Mx} ({m.Ip}),bad-mailbox"
            : $"relayed,2.0.0 (success),smtp;250 2.0.0 OK,{m.Mx} ({m.Ip}),";
        return $"{(m.IsRefused ? 'b' : 'd')},{m.Time(Spaced)}+0000,{m.Recipient},{m.Sender},{outcome},192.0.2.9,{m.Ip},tx-1,job-9,<{m.Index}.1@sender.test>\n";
    }

    private static string KumoMta(SampleMessage m)
    {
        var common = $"\"id\":\"k{m.Index}\",\"sender\":\"{m.Sender}\",\"recipient\":\"{m.Recipient}\",\"queue\":\"{m.Domain}\",\"timestamp\":{m.Seconds}";
        var (type, response) = m.IsRefused
            ? ("Bounce", $"\"code\":550,\"enhanced_code\":{{\"class\":5,\"subject\":1,\"detail\":1}},\"content\":\"user unknown\",\"command\":\"RCPT TO:<{m.Recipient}>\"")
            : ("Delivery", "\"code\":250,\"enhanced_code\":{\"class\":2,\"subject\":0,\"detail\":0},\"content\":\"OK ids=8\"");
        return $"{{\"type\":\"Reception\",{common},\"response\":{{\"code\":250,\"content\":\"\"}}}}\n"
            + $"{{\"type\":\"{type}\",{common},\"response\":{{{response}}},\"peer_address\":{{\"name\":\"{m.Mx}.\",\"addr\":\"{m.Ip}\"}},\"egress_pool\":\"tx\",\"egress_source\":\"s1\","
            + $"\"source_address\":{{\"address\":\"192.0.2.10:51234\"}},\"headers\":{{\"Message-ID\":\"<{m.Index}.1@sender.test>\"}},\"nodename\":\"kumo1\"}}\n";
    }

    private static string Exchange(SampleMessage m) => m.IsRefused
        ? $"{m.Time(Iso)},,EX1,,,,,SMTP,FAIL,{m.Index},<{m.Index}.1@sender.test>,n{m.Index},{m.Recipient},[{{LED=550 5.1.1 user unknown}};{{MSG=}};{{FQDN={m.Mx}}};{{IP={m.Ip}}}],4711,1,,,\"Letter, again\",a@sender.test,a@sender.test\n"
        : $"{m.Time(Iso)},192.0.2.5,EX1,{m.Ip},{m.Mx},;250 OK,Out,SMTP,SEND,{m.Index},<{m.Index}.1@sender.test>,n{m.Index},{m.Recipient},250 2.1.5 Recipient OK,4711,1,,,Letter,a@sender.test,a@sender.test\n";

    private static string Haraka(SampleMessage m)
    {
        var head = $"{m.Time(Iso)} [NOTICE] [0A1B2C3D-1111-2222-3333-{m.Index:D12}.1";
        var outcome = m.IsRefused
            ? $"recipient <{m.Recipient}> rejected: 550 5.1.1 <{m.Recipient}>: user unknown"
            : $"delivered file=177 domain={m.Domain} host={m.Mx} ip={m.Ip} port=25 mode=SMTP tls=Y auth=N response=\"Ok: queued as 99\" delay=0.5 fails=0 rcpts=1/0/0";
        return $"{head}] [core] connect ip=192.0.2.1 port=5000\n{head}.1] [outbound] {outcome}\n";
    }

    private static string ZoneMta(SampleMessage m)
    {
        var head = $"{m.Time(Iso)} out5 zone-mta[77]: info Sender/default/1 id={m.Index:x12}.001";
        var (word, reply) = m.IsRefused ? ("REJECTED[recipient]", "550 5.1.1 user unknown") : ("ACCEPTED", "250 2.0.0 Ok: queued as 9B1C2D");
        return $"{head} QUEUED from={m.Sender} src=192.0.2.1\n"
            + $"{head} {word} from={m.Sender} to={m.Recipient} src=192.0.2.10 mx={m.Mx}[{m.Ip}] message-id=<{m.Index}.1@sender.test> ({reply})\n";
    }
}
