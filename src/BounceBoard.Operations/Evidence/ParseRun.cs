using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Reading;
using BounceBoard.Operations.MxObservations;

namespace BounceBoard.Operations.Evidence;

/// <summary>What one run of the parser carries from item to item: the open logs, and the incidents that got new facts.</summary>
internal sealed class ParseRun(DateTimeOffset lookUntil)
{
    private readonly Dictionary<(TenantId Tenant, string Stream), LogSession> _logs = [];

    /// <summary>Until when new domains are looked up; after that the watch list does it, and verdicts move then.</summary>
    public DateTimeOffset LookUntil { get; } = lookUntil;

    public HashSet<(TenantId Tenant, long Incident)> Incidents { get; } = [];

    /// <summary>Domains that were asked for in this run, whatever came of it.</summary>
    public HashSet<string> Asked { get; } = new(StringComparer.Ordinal);

    public ComparedEndpoints Compared { get; } = new();

    public bool TryFind(TenantId tenant, string stream, out LogSession? session) => _logs.TryGetValue((tenant, stream), out session);

    public void Keep(TenantId tenant, string stream, LogSession session) => _logs[(tenant, stream)] = session;
}
