namespace BounceBoard.Operations.RetryBatches;

/// <summary>What the installation allows controlled retries, whatever tenants say; section <c>Retries</c>.</summary>
public sealed class RetryOptions
{
    public const string Section = "Retries";

    /// <summary>Mails of all tenants together in a day, UTC.</summary>
    public int PerDay { get; set; } = 20_000;

    /// <summary>Tenants may send straight to the MX of recipients (RFC 5321 §5.1), from the addresses of this machine.</summary>
    public bool AllowDirect { get; set; }

    /// <summary>Name for EHLO where a route names none (RFC 5321 §4.1.4); empty: the name of the machine.</summary>
    public string HeloName { get; set; } = "";
}
