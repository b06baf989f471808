using BounceBoard.Core.Addresses;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Jobs;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;
using Microsoft.Extensions.Logging;

namespace BounceBoard.Operations.Verdicts;

/// <summary>
/// Claims incidents and has each decided, so that one of several nodes does it. A decision that fails is left to the claim's end; the others go on.
/// </summary>
public sealed partial class VerdictDesk : ITenantWork
{
    private const int MostPerSlice = 50;

    /// <summary>Many times what a slice takes.</summary>
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    private readonly Database _database;
    private readonly VerdictTables _tables;
    private readonly IncidentJudge _judge;
    private readonly IncidentDecision _decision;
    private readonly ChangeFeed _feed;
    private readonly TimeProvider _time;
    private readonly ILogger<VerdictDesk> _logger;

    internal VerdictDesk(
        Database database, VerdictTables tables, IncidentJudge judge, IncidentDecision decision, ChangeFeed feed, TimeProvider time,
        ILogger<VerdictDesk> logger) =>
        (_database, _tables, _judge, _decision, _feed, _time, _logger) = (database, tables, judge, decision, feed, time, logger);

    public string Name => "decide";

    /// <summary>Decides one incident now.</summary>
    /// <returns>True when a verdict was appended; false when it stands, another node is at it, or the tenant has no such incident.</returns>
    public async Task<bool> DecideAsync(TenantId tenant, long incidentId, CancellationToken cancellationToken) =>
        await DecideAsync(tenant, [incidentId], cancellationToken) == 1;

    /// <summary>Decides again what new DNS answers of a domain may have moved, in every tenant but those with sample data.</summary>
    /// <returns>Number of verdicts that were appended.</returns>
    public async Task<int> DecideForDomainAsync(DomainName domain, CancellationToken cancellationToken)
    {
        var touched = await _tables.Due.ListByDomainAsync(domain.Value, _time.GetUtcNow() - DecisionFiling.Silence, cancellationToken);
        var appended = 0;
        foreach (var tenant in touched.GroupBy(row => row.TenantId, row => row.IncidentId))
        {
            appended += await DecideAsync(tenant.Key, [.. tenant], cancellationToken);
        }

        return appended;
    }

    /// <summary>Decides what has new facts, and what time alone may have moved.</summary>
    /// <returns>Number of verdicts that were appended.</returns>
    public Task<int> DecideDueAsync(CancellationToken cancellationToken) => TenantRounds.RunAsync(this, cancellationToken);

    public Task<IReadOnlyList<TenantId>> TenantsAsync(CancellationToken cancellationToken) =>
        _tables.Due.TenantsAsync(_time.GetUtcNow(), cancellationToken);

    /// <summary>Decides a few due incidents of the tenant.</summary>
    public async Task<Slice> WorkAsync(TenantId tenant, CancellationToken cancellationToken)
    {
        var now = _time.GetUtcNow();
        var claimed = await _database.WriteAsync(
            Turn.Open,
            transaction => _tables.Claims.ClaimDueAsync(tenant, now, now + Lease, MostPerSlice, transaction, cancellationToken),
            cancellationToken);
        return new Slice(claimed.Count, await DecideClaimedAsync(tenant, claimed, now + Lease, cancellationToken));
    }

    /// <summary>What the rules say of one refusal now; nothing is written.</summary>
    /// <returns>Null when the tenant has no such refusal.</returns>
    public Task<RecipientDiagnosis?> DiagnoseAsync(TenantId tenant, long refusalId, CancellationToken cancellationToken) =>
        _judge.DiagnoseAsync(tenant, refusalId, _time.GetUtcNow(), cancellationToken);

    /// <summary>Decides these now; what another node is deciding becomes due again after it.</summary>
    /// <returns>Number of verdicts that were appended.</returns>
    internal async Task<int> DecideAsync(TenantId tenant, IReadOnlyCollection<long> incidents, CancellationToken cancellationToken)
    {
        var appended = 0;
        foreach (var part in incidents.Chunk(MostPerSlice))
        {
            var now = _time.GetUtcNow();
            var claimed = await _database.WriteAsync(
                Turn.Of(tenant),
                transaction => _tables.Claims.ClaimAsync(tenant, part, now, now + Lease, transaction, cancellationToken),
                cancellationToken);
            appended += await DecideClaimedAsync(tenant, claimed, now + Lease, cancellationToken);
        }

        return appended;
    }

    private async Task<int> DecideClaimedAsync(
        TenantId tenant, IReadOnlyList<long> claimed, DateTimeOffset claim, CancellationToken cancellationToken)
    {
        var (looked, appended) = (0, 0);
        try
        {
            foreach (var incident in claimed)
            {
                appended += await TryDecideAsync(tenant, incident, claim, cancellationToken) ? 1 : 0;
                looked++;
            }
        }
        finally
        {
            if (looked < claimed.Count)
            {
                await GiveBackAsync(tenant, claimed.Skip(looked), claim, CancellationToken.None);
            }
        }

        if (appended > 0)
        {
            _feed.Publish(tenant, ChangeKind.Verdicts);
        }

        return appended;
    }

    private async Task<bool> TryDecideAsync(TenantId tenant, long incident, DateTimeOffset claim, CancellationToken cancellationToken)
    {
        try
        {
            return await _decision.DecideAsync(tenant, incident, claim, cancellationToken);
        }
        catch (Exception problem) when (ItemFault.IsIn(problem) is true)
        {
            LogFailed(_logger, tenant.Value, incident, problem.GetType().Name);
            return false;
        }
    }

    private Task GiveBackAsync(TenantId tenant, IEnumerable<long> incidents, DateTimeOffset claim, CancellationToken cancellationToken) =>
        _database.WriteAsync(
            Turn.Open,
            transaction => _tables.Claims.GiveBackAsync(tenant, incidents, claim, _time.GetUtcNow(), transaction, cancellationToken),
            cancellationToken);

    [LoggerMessage(Level = LogLevel.Error, Message = "Incident {Incident} of tenant {Tenant} could not be decided ({Kind}); it is tried again in five minutes.")]
    private static partial void LogFailed(ILogger logger, long tenant, long incident, string kind);
}
