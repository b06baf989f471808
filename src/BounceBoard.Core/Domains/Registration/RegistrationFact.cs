namespace BounceBoard.Core.Domains.Registration;

/// <summary>What the registry says of the name under which a domain is registered (RFC 9083 §5.3).</summary>
/// <param name="Name">The registered name, which is the domain itself or above it.</param>
/// <param name="ExpiresAt">End of the registration; null when the registry does not say.</param>
/// <param name="Registrar">Name of the registrar; empty when not stated.</param>
/// <param name="Statuses">As the registry writes them, for example <c>client transfer prohibited</c> (RFC 8056 §2).</param>
/// <param name="Problem">Why nothing is known, as a sentence; empty otherwise.</param>
/// <param name="IsUnknown">True when nothing was found out, which says nothing of the domain.</param>
public sealed record RegistrationFact(
    string Name, DateTimeOffset? ExpiresAt, string Registrar, IReadOnlyList<string> Statuses, string Problem, bool IsUnknown)
{
    public static RegistrationFact Unknown(string name, string problem) => new(name, null, "", [], problem, true);
}
