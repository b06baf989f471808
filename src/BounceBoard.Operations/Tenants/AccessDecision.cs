using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Tenants;

/// <summary>Whether an actor may do something in a tenant right now.</summary>
public abstract record AccessDecision
{
    private AccessDecision()
    {
    }

    /// <summary>Why not; null when allowed.</summary>
    public string? Problem => (this as Denied)?.Message;

    public bool IsAllowed => this is Allowed;

    /// <summary>It may be done.</summary>
    public sealed record Allowed(TenantRow Tenant) : AccessDecision;

    /// <summary>It may not.</summary>
    /// <param name="Message">For the person who asked; the same text for a tenant that is not there and one that is none of their business.</param>
    public sealed record Denied(string Message) : AccessDecision;
}
