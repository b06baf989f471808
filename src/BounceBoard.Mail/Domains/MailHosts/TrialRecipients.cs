using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Mail.Domains.MailHosts;

/// <summary>Whom a trial names.</summary>
internal static class TrialRecipients
{
    private const string User = "relay-test";

    /// <summary>Nobody has it; a server that takes it takes every name.</summary>
    public static (TrialQuestion Question, string Path) Invented(DomainName domain) => (TrialQuestion.Invented, $"no-such-mailbox-2606@{domain.Value}");

    /// <summary>RFC 5321 §4.5.1, RFC 2142 §4.</summary>
    public static IReadOnlyList<(TrialQuestion Question, string Path)> Mailboxes(DomainName domain) =>
        [(TrialQuestion.Postmaster, $"postmaster@{domain.Value}"), (TrialQuestion.Abuse, $"abuse@{domain.Value}")];

    /// <summary>
    /// Forms in which servers have passed mail on. The route stands last: servers of today strip it (RFC 5321 Appendix C) and answer what they answered to
    /// the plain form.
    /// </summary>
    public static IReadOnlyList<(TrialQuestion Question, string Path)> Outside(DomainName domain)
    {
        var outside = OutsideOf(domain);
        return
        [
            (TrialQuestion.Outside, $"{User}@{outside}"), (TrialQuestion.OutsidePercent, $"{User}%{outside}@{domain.Value}"),
            (TrialQuestion.OutsideQuoted, $"\"{User}@{outside}\"@{domain.Value}"), (TrialQuestion.OutsideRoute, $"@{domain.Value}:{User}@{outside}"),
        ];
    }

    /// <summary>For a server that lets pass whoever claims to be of the house.</summary>
    public static (TrialQuestion Question, string Path) OutsideFromOwn(DomainName domain) => (TrialQuestion.OutsideFromOwn, $"{User}@{OutsideOf(domain)}");

    // Reserved (RFC 2606 §3), with an address record but a null MX: servers that ask whether a recipient's domain exists know it, and no mail could reach anybody.
    private static string OutsideOf(DomainName domain) =>
        OrganizationalDomain.Of(domain).Value == "example.com" ? "example.org" : "example.com";
}
