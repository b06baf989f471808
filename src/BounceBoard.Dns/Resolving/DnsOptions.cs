namespace BounceBoard.Dns.Resolving;

/// <summary>Which resolvers are asked and how patiently; section <c>Dns</c>.</summary>
public sealed class DnsOptions
{
    public const string Section = "Dns";

    /// <summary>Asked beside the system's; when empty, three public ones (see <see cref="UsePublic"/>).</summary>
    public IList<ResolverOptions> Resolvers { get; } = [];

    /// <summary>Ask 1.1.1.1, 8.8.8.8 and 9.9.9.9 when <see cref="Resolvers"/> is empty. False for a network that reaches none of them.</summary>
    public bool UsePublic { get; set; } = true;

    /// <summary>Ask the resolvers of this machine, as <c>system</c>.</summary>
    public bool UseSystem { get; set; } = true;

    /// <summary>Ask the domain's own name servers, as <c>authoritative</c>; they are found through the other resolvers.</summary>
    public bool UseAuthoritative { get; set; } = true;

    /// <summary>Port of authoritative servers; only a laboratory has another than 53.</summary>
    public int AuthoritativePort { get; set; } = 53;

    /// <summary>
    /// Networks beside the public Internet whose name servers may be asked, like <c>10.0.0.0/8</c>: whoever names a domain could else make this
    /// machine ask inside. A laboratory, which another port than 53 makes of it, needs none.
    /// </summary>
    public IList<string> PrivateNetworks { get; } = [];

    /// <summary>Wait for one answer; a question costs at most this times one plus <see cref="Retries"/>.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Further tries after a timeout.</summary>
    public int Retries { get; set; } = 1;

    /// <summary>Ceiling over all resolvers together, so that a large import does not become a flood.</summary>
    public int QueriesPerSecond { get; set; } = 200;

    /// <summary>
    /// Address of a resolver that validates DNSSEC and that can be trusted to say so, best one on this machine: <c>127.0.0.1</c>,
    /// <c>[::1]:5353</c>. Empty: whether a zone is signed stays unknown.
    /// </summary>
    public string ValidatingResolver { get; set; } = "";

    /// <summary>
    /// Blocklists that are asked: <c>default</c> (those that answer anybody), <c>none</c>, or their zones with commas between.
    /// <c>ZONE=OTHER</c> asks at another zone, as subscribers with a key do.
    /// </summary>
    public string Blocklists { get; set; } = "default";

    /// <summary>The resolvers to ask: those configured, or the public ones.</summary>
    public IReadOnlyList<ResolverOptions> Named() => Resolvers.Count > 0 || !UsePublic
        ? [.. Resolvers]
        : [new() { Address = "1.1.1.1" }, new() { Address = "8.8.8.8" }, new() { Address = "9.9.9.9" }];
}
