using System.Data.Common;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Storage.Bounces;

/// <summary>Adds to the hourly counts.</summary>
public sealed class DeliveryHourWriter
{
    private const string AddUp = """
        ON CONFLICT (tenant_id, recipient_domain, hour, remote_ip, pool, upper_case, outcome)
        DO UPDATE SET messages = delivery_hour.messages + excluded.messages
        """;

    private const string AddUpTenant = """
        ON CONFLICT (tenant_id, hour)
        DO UPDATE SET accepted = tenant_hour.accepted + excluded.accepted,
            deferred = tenant_hour.deferred + excluded.deferred,
            refused = tenant_hour.refused + excluded.refused
        """;

    /// <summary>Adds counts of any hours; those of the same way and hour are added up first.</summary>
    public async Task AddAsync(
        TenantId tenant, IEnumerable<DeliveryCount> counts, DbTransaction transaction, CancellationToken cancellationToken)
    {
        var sums = new Dictionary<Way, long>();
        foreach (var count in counts)
        {
            var way = new Way(
                Hours.StartOf(count.At), count.RecipientDomain, count.RemoteIp?.ToString() ?? "", StorableText.Of(count.Pool ?? ""), count.UpperCase,
                count.Outcome);
            sums[way] = sums.GetValueOrDefault(way) + count.Messages;
        }
        await transaction.UpsertAsync(new BulkUpsert<KeyValuePair<Way, long>>(WaysOf(tenant), AddUp), sums, null, cancellationToken);
        var hours = sums.GroupBy(sum => sum.Key.Hour).Select(hour => new Whole(
            hour.Key, Messages(hour, DeliveryOutcome.Accepted), Messages(hour, DeliveryOutcome.Deferred), Messages(hour, DeliveryOutcome.Refused)));
        await transaction.UpsertAsync(new BulkUpsert<Whole>(WholesOf(tenant), AddUpTenant), [.. hours], null, cancellationToken);
    }

    private static long Messages(IEnumerable<KeyValuePair<Way, long>> sums, DeliveryOutcome outcome) =>
        sums.Where(sum => sum.Key.Outcome == outcome).Sum(sum => sum.Value);

    private static BulkTable<KeyValuePair<Way, long>> WaysOf(TenantId tenant) => new(
        "delivery_hour",
        ["tenant_id", "hour", "recipient_domain", "remote_ip", "pool", "upper_case", "outcome", "messages"],
        (sum, sink) =>
        {
            sink.Write(tenant.Value);
            sink.Write(sum.Key.Hour);
            sink.Write(sum.Key.Domain);
            sink.Write(sum.Key.RemoteIp);
            sink.Write(sum.Key.Pool);
            sink.Write(sum.Key.UpperCase);
            sink.Write(sum.Key.Outcome.ToString());
            sink.Write(sum.Value);
        });

    private static BulkTable<Whole> WholesOf(TenantId tenant) => new(
        "tenant_hour",
        ["tenant_id", "hour", "accepted", "deferred", "refused"],
        (hour, sink) =>
        {
            sink.Write(tenant.Value);
            sink.Write(hour.Hour);
            sink.Write(hour.Accepted);
            sink.Write(hour.Deferred);
            sink.Write(hour.Refused);
        });

    private readonly record struct Way(long Hour, string Domain, string RemoteIp, string Pool, bool UpperCase, DeliveryOutcome Outcome);

    private readonly record struct Whole(long Hour, long Accepted, long Deferred, long Refused);
}
