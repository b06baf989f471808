namespace BounceBoard.Core.Incidents.Facets;

/// <summary>The facets of an incident, by the names that verdicts and pages use.</summary>
public static class FacetNames
{
    public const string RecipientDomain = "recipient-domain";
    public const string RemoteIp = "remote-ip";
    public const string RemoteMta = "remote-mta";
    public const string SenderPool = "sender-pool";
    public const string SendingIp = "sending-ip";
    public const string UpperCase = "upper-case";
    public const string PlusTag = "plus-tag";
    public const string Dot = "dot";
    public const string Digit = "digit";
    public const string Quoted = "quoted";
    public const string Length = "length";

    /// <summary>Hour in which a person was first refused: shown, but a time explains nothing.</summary>
    public const string FirstSeen = "first-seen";

    /// <summary>Value of a shape that an address has.</summary>
    public const string Yes = "yes";

    /// <summary>Value of a shape that an address does not have.</summary>
    public const string No = "no";

    /// <summary>Facets whose values say only whether an address has a shape.</summary>
    public static IReadOnlyList<string> Shapes { get; } = [UpperCase, PlusTag, Dot, Digit, Quoted];
}
