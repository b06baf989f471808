using BounceBoard.Core.Domains.Spf;

namespace BounceBoard.Core.Domains.Health;

/// <summary>Which names the mail that was seen wants looked at, beside the domain itself.</summary>
public static class SeenNames
{
    /// <summary>Names followed of each kind; each costs questions.</summary>
    private const int Most = 10;

    /// <summary>Names whose SPF record is looked at: return paths below the domain, and HELO names at or below it.</summary>
    public static IReadOnlyList<string> SpfNamesOf(
        string domain, IReadOnlyList<SeenSender> senders, IReadOnlyList<SendingHost> hosts, IReadOnlyList<string> helos) =>
        [.. ReturnPathsOf(domain, senders), .. HelosOf(domain, hosts, helos).Where(helo => helo != domain)];

    /// <summary>Return paths below the domain; what stands at the domain itself is judged as its own SPF.</summary>
    public static IReadOnlyList<string> ReturnPathsOf(string domain, IReadOnlyList<SeenSender> senders) =>
        [.. senders.Select(sender => sender.EnvelopeDomain).Where(name => name != domain && IsWithin(name, domain)).Distinct(StringComparer.Ordinal).Take(Most)];

    /// <summary>HELO names at or below the domain; those of providers are theirs to look after.</summary>
    public static IReadOnlyList<string> HelosOf(string domain, IReadOnlyList<SendingHost> hosts, IReadOnlyList<string> helos) =>
    [
        .. hosts.Select(host => host.Helo).OfType<string>().Concat(helos).Select(helo => TargetName.WithoutRootDot(helo).ToLowerInvariant())
            .Where(helo => IsWithin(helo, domain) && TargetName.CanExist(helo)).Distinct(StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Names whose organizational domain must be known to judge alignment (RFC 9989 §4.10.2).</summary>
    public static IReadOnlyList<string> WalksOf(string domain, IReadOnlyList<SeenSender> senders) =>
    [
        .. senders.Where(sender => sender.AuthorDomain == domain).SelectMany(sender => new[] { sender.EnvelopeDomain, sender.DkimDomain })
            .Where(name => name.Length > 0 && name != domain && TargetName.CanExist(name)).Distinct(StringComparer.Ordinal).Take(Most),
    ];

    /// <summary>Whether a name is the domain or lies below it.</summary>
    public static bool IsWithin(string name, string domain) =>
        name.EndsWith(domain, StringComparison.Ordinal) && (name.Length == domain.Length || name[name.Length - domain.Length - 1] == '.');
}
