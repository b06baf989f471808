namespace BounceBoard.Cli.Tests.Domains;

/// <summary>Zones of the laboratory, without their head.</summary>
internal static class LabZones
{
    /// <summary>The public key of RFC 8463, appendix A.2.</summary>
    private const string Ed25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    /// <param name="key">SHA-256 of the public key of the mail server, in hex.</param>
    public static string[] InOrder(string zone, string key) =>
    [
        .. Hosts(zone), $"{zone}. 300 IN TXT \"v=spf1 mx -all\"", $"_dmarc.{zone}. 300 IN TXT \"v=DMARC1; p=reject; rua=mailto:reports@{zone}\"",
        $"_25._tcp.mx.{zone}. 300 IN TLSA 3 1 1 {key}", $"_mta-sts.{zone}. 300 IN TXT \"v=STSv1; id=20261101\"",
        $"_smtp._tls.{zone}. 300 IN TXT \"v=TLSRPTv1; rua=mailto:tls@{zone}\"", $"news.{zone}. 300 IN A 192.0.2.80",
    ];

    /// <summary>Two SPF records, a DMARC policy of none, a TLSA record of another key, a policy that names another MX, and no address for reports of TLS.</summary>
    public static string[] WithFiveFaults(string zone) =>
    [
        .. Hosts(zone), $"{zone}. 300 IN TXT \"v=spf1 mx -all\"", $"{zone}. 300 IN TXT \"v=spf1 ip4:192.0.2.0/24 ~all\"",
        $"_dmarc.{zone}. 300 IN TXT \"v=DMARC1; p=none; rua=mailto:reports@{zone}\"", $"_25._tcp.mx.{zone}. 300 IN TLSA 3 1 1 {new string('A', 64)}",
        $"_mta-sts.{zone}. 300 IN TXT \"v=STSv1; id=20261101\"",
    ];

    private static string[] Hosts(string zone) =>
    [
        $"{zone}. 300 IN NS ns2.{zone}.", $"ns2.{zone}. 300 IN A 127.0.0.2", $"{zone}. 300 IN MX 10 mx.{zone}.", $"mx.{zone}. 300 IN A 127.0.0.1",
        $"mta-sts.{zone}. 300 IN A 127.0.0.1", $"s1._domainkey.{zone}. 300 IN TXT \"v=DKIM1; k=ed25519; p={Ed25519}\"",
    ];
}
