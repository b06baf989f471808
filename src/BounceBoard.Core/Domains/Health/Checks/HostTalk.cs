namespace BounceBoard.Core.Domains.Health.Checks;

/// <summary>All conversations with one MX host, and what is sure of it.</summary>
/// <param name="Reached">Conversations that came about; empty when none did.</param>
/// <param name="Failed">Addresses that gave no conversation.</param>
internal sealed record HostTalk(string Host, IReadOnlyList<MailHostFact> Reached, IReadOnlyList<MailHostFact> Failed)
{
    /// <summary>Tried, and no address of it answered.</summary>
    public bool IsUnreachable => Reached.Count == 0 && Failed.Count > 0;

    /// <summary>Not tried at all, from here.</summary>
    public bool IsUnknown => Reached.Count == 0 && Failed.Count == 0;

    public static IReadOnlyList<HostTalk> AllOf(Examined examined) => [.. examined.Route.Hosts.Select(host => Of(host, examined))];

    private static HostTalk Of(string host, Examined examined)
    {
        var facts = examined.Facts.MailHosts.Where(fact => fact.Host.Value == host).ToLookup(fact => fact.State switch
        {
            MailHostState.NotTried => (bool?)null,
            MailHostState.Unreachable => false,
            MailHostState.Plain or MailHostState.TlsFailed or MailHostState.Encrypted => true,
        });
        return new HostTalk(host, [.. facts[true]], [.. facts[false]]);
    }

    public static string Where(MailHostFact fact) => $"{fact.Host.Value} [{fact.Address}]";
}
