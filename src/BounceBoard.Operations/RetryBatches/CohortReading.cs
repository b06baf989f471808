using System.Globalization;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Mail.Sending.Retries;
using BounceBoard.Storage.Domains;
using BounceBoard.Storage.Incidents;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>
/// Finds who may be sent to. Nobody comes into a cohort but by a refusal that a trusted source, or a mail that we know, vouches for: a forged report
/// adds nobody.
/// </summary>
internal sealed class CohortReading(RetryCohortReader cohorts, PersonReading people, DomainReader domains)
{
    // Of an incident with more people some are not even looked at; they are for the next batch.
    private const int MostLooked = 3 * RetryStages.MostPeople;

    public async Task<Cohort> ReadAsync(
        TenantId tenant, IncidentRow incident, SendingRouteRow route, RetrySettingRow setting, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var (from, until) = WindowOf(incident);
        var rows = await cohorts.ListAsync(tenant, incident.Id, from, until, MostLooked, cancellationToken);
        var states = await people.ReadAsync(tenant, rows.Select(row => row.RecipientKey), setting, 0, now, cancellationToken);
        var own = (await domains.ListAsync(tenant, cancellationToken)).Select(domain => domain.Name).ToHashSet(StringComparer.Ordinal);
        var senders = SendersOf(route);
        var (kept, leftOut) = (new List<RetryCandidateRow>(), new Dictionary<string, int>(StringComparer.Ordinal));
        foreach (var row in rows)
        {
            var problem = MailProblem(row, own, senders) ?? states[row.RecipientKey].Problem(setting, row.OccurredAt)
                ?? (kept.Count < RetryStages.MostPeople ? null : $"more than the {RetryStages.MostPeople.ToString("N0", CultureInfo.InvariantCulture)} people of one batch");
            if (problem is null)
            {
                kept.Add(row);
                continue;
            }
            leftOut[problem] = leftOut.GetValueOrDefault(problem) + 1;
        }
        return new Cohort(
            kept, [.. leftOut.Select(one => new LeftOut(one.Key, one.Value)).OrderByDescending(one => one.People).ThenBy(one => one.Reason, StringComparer.Ordinal)]);
    }

    /// <summary>The hours of the incident's latest spike, where it had one; else all its refusals.</summary>
    public static (DateTimeOffset From, DateTimeOffset Until) WindowOf(IncidentRow incident) => incident.SinceAt is { } since
        ? (since, incident.StoppedAt ?? incident.LastAt)
        : (incident.FirstAt, incident.LastAt);

    /// <summary>Sender domains that the route may be used for.</summary>
    public static IReadOnlySet<string> SendersOf(SendingRouteRow route) => route.SenderDomains
        .Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Select(line => DomainName.TryParse(line, out var name) ? name.Value : line)
        .ToHashSet(StringComparer.Ordinal);

    private static string? MailProblem(RetryCandidateRow row, HashSet<string> own, IReadOnlySet<string> senders) =>
        !row.Verified ? "nobody vouches for the refusal"
        : RecipientSpelling.Problem(row.Recipient, false) is not null ? "spelled in a way that is not sent"
        : !EmailAddress.TryParse(row.Sender, out var sender) ? "no sender is known"
        : !IsOwn(sender.Domain.Value, own) ? $"sent from {sender.Domain}, which is none of the tenant's domains"
        : !senders.Contains(sender.Domain.Value) ? $"sent from {sender.Domain}, which the route does not send for"
        : null;

    // An envelope domain is often one below the domain that people see: bounce.example.com.
    private static bool IsOwn(string sender, HashSet<string> own) =>
        own.Contains(sender) || own.Any(domain => sender.EndsWith("." + domain, StringComparison.Ordinal));
}
