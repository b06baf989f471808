using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Verdicts;

namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>Writes into a host's rows what rules of another time would have said.</summary>
internal static class OldVerdict
{
    /// <summary>Appends it to every incident of the tenant.</summary>
    public static async Task SayAsync(string dataDirectory, string slug, Verdict verdict)
    {
        using var database = Database.Sqlite(new StorageOptions { DataDirectory = dataDirectory }.DatabaseFile);
        var tenant = await new TenantReader(database, TimeProvider.System).FindBySlugAsync(slug, default) ?? throw new InvalidOperationException("There is no such tenant.");
        foreach (var incident in await new IncidentReader(database).ListAsync(tenant.Id, IncidentFilter.All, default))
        {
            if (await new VerdictReader(database).CurrentAsync(tenant.Id, incident.Id, default) is { } current)
            {
                var row = Row(current, verdict, DateTimeOffset.UtcNow);
                await database.WriteAsync(transaction => new VerdictWriter().AppendIfNewAsync(tenant.Id, row, transaction, default), default);
            }
        }
    }

    private static VerdictRow Row(VerdictRow current, Verdict verdict, DateTimeOffset now) => new()
    {
        Id = RowIds.Next(now),
        IncidentId = current.IncidentId,
        DecidedAt = now,
        Verdict = verdict,
        Confidence = Confidence.High,
        Cause = Cause.BadAddress,
        Relation = current.Relation,
        Finding = current.Finding with
        {
            Verdict = verdict,
            Confidence = Confidence.High,
            Cause = Cause.BadAddress,
            SubCause = null,
            Reasons = [new Reason("permanent-refusal", true, "The refusal is permanent, so the address is dead.")],
        },
        EvidenceIds = current.EvidenceIds,
        ObservationIds = current.ObservationIds,
        Fingerprint = $"old {verdict}",
    };
}
