using BounceBoard.Core.Domains.Health.Scoring;

namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>What the MX hosts said on port 25.</summary>
internal static class MailHostChecks
{
    private static readonly HealthRule Login = new("mx-login", CheckArea.Mx, "No password is asked for without TLS", "RFC 4954 §4");
    private static readonly HealthRule StartTls = new("starttls", CheckArea.Transport, "The MX host offers TLS 1.2 or later", "RFC 3207, RFC 8996");

    private static readonly string[] OldVersions = ["SSLv", "TLSv1.0", "TLSv1.1"];

    public static IEnumerable<Judged> Find(Examined examined)
    {
        var talks = HostTalk.AllOf(examined);
        if (talks.Count == 0)
        {
            return examined.Route.State == DnsState.Unknown || !MxChecks.IsSurelyWithout(examined) ? [StartTls.Unknown("The MX hosts are not known.").HoldingAll(Part.StartTls, Part.Certificate)] : [];
        }
        var isDark = talks.All(talk => talk.IsUnreachable);
        var sts = StsReading.Of(examined);
        List<Judged> ofHosts = [.. talks.SelectMany(talk => OfHost(talk, 1.0 / talks.Count, isDark, examined))];
        List<Judged> relays = [.. talks.Select(talk => RelayChecks.Of(talk)?.About(talk.Host)).OfType<Judged>()];
        return
        [
            .. ofHosts, .. relays.Count > 0 ? relays : [RelayChecks.Untried], .. MailboxChecks.Find(examined, talks),
            .. talks.Select(talk => StsCertificateChecks.Of(talk, sts, examined)?.About(talk.Host)).OfType<Judged>(),
        ];
    }

    private static IEnumerable<Judged> OfHost(HostTalk talk, double share, bool isDark, Examined examined)
    {
        if (talk.IsUnreachable)
        {
            // Without a conversation there is no TLS either; the host is charged for both.
            var dark = HostAddressChecks.Dark(talk).About(talk.Host).Holding(Part.StartTls, share).Holding(Part.Certificate, share);
            return [isDark ? dark with { Cap = CapId.Unreachable } : dark];
        }
        if (talk.IsUnknown)
        {
            var reasons = examined.Facts.MailHosts.Where(fact => fact.Host.Value == talk.Host && fact.Problem.Length > 0).Select(fact => $"{HostTalk.Where(fact)}: {fact.Problem}");
            return [StartTls.Unknown([.. reasons, "The host was not tried from here."]).About(talk.Host).Holding(Part.StartTls, share).Holding(Part.Certificate, share)];
        }
        return
        [
            .. HostAddressChecks.Of(talk, examined).Select(judged => judged.About(talk.Host)),
            BannerChecks.Of(talk, examined).About(talk.Host),
            LoginOf(talk).About(talk.Host),
            TlsOf(talk).About(talk.Host).Holding(Part.StartTls, share),
            CertificateChecks.Of(talk, examined).About(talk.Host).Holding(Part.Certificate, share),
        ];
    }

    private static Judged LoginOf(HostTalk talk)
    {
        var open = talk.Reached.Where(fact => fact.Capabilities.Any(word => word == "AUTH" || word.StartsWith("AUTH ", StringComparison.Ordinal))).Select(HostTalk.Where).ToList();
        return open.Count == 0 ? Login.Pass() : Login.Warn(Advice.Of("The server offers AUTH before TLS.", "Passwords may travel readable, and port 25 invites guessing.", "Offer AUTH on port 465 or 587 only, after TLS."), open);
    }

    private static Judged TlsOf(HostTalk talk)
    {
        List<string> evidence = [.. talk.Reached.Select(fact => $"{HostTalk.Where(fact)}: {Words(fact)}")];
        return talk.Reached.All(IsGood) ? StartTls.Pass(evidence)
            : StartTls.Fail(Advice.Of("The MX host takes mail without TLS, or with a version that is given up.", "Mail to the domain can be read and changed on its way.", "Switch on STARTTLS with TLS 1.2 and 1.3.", "Switch off older versions."), evidence);
    }

    private static bool IsGood(MailHostFact fact) => fact.State == MailHostState.Encrypted && !OldVersions.Any(old => fact.TlsVersion.StartsWith(old, StringComparison.OrdinalIgnoreCase)) && fact.TlsVersion != "TLSv1";

    private static string Words(MailHostFact fact) => fact.State switch
    {
        MailHostState.Encrypted => $"{fact.TlsVersion} {fact.Cipher}".TrimEnd(),
        MailHostState.TlsFailed => $"TLS failed. {fact.Problem}".TrimEnd(),
        MailHostState.Plain => "no STARTTLS",
        MailHostState.Unreachable or MailHostState.NotTried => fact.Problem,
    };
}
