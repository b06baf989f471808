using System.Globalization;
using System.Net;
using System.Text.Json;
using BounceBoard.Core;
using BounceBoard.Core.Bounces;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>Reads bytes as the house does, with a fixed time of arrival, and writes reports down for comparison.</summary>
internal static class Readings
{
    public static readonly DateTimeOffset ReceivedAt = new(2026, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public static async Task<List<EvidenceItem>> UnpackAsync(byte[] content, InputLimits? limits = null)
    {
        var items = new List<EvidenceItem>();
        await foreach (var item in new EvidenceUnpacker(limits ?? InputLimits.Default).UnpackAsync(new MemoryStream(content), "upload", CancellationToken.None))
        {
            items.Add(item);
        }
        return items;
    }

    public static async Task<List<BounceReport>> ReadAsync(byte[] content)
    {
        var (parser, session) = (new BounceParser(), new LogSession());
        return [.. (await UnpackAsync(content)).SelectMany(item => parser.Parse(item, ReceivedAt, session))];
    }

    /// <summary>The value of a property as the expected-result files write it.</summary>
    public static string? Text(BounceReport report, string camelCase)
    {
        var property = typeof(BounceReport).GetProperty(char.ToUpperInvariant(camelCase[0]) + camelCase[1..]);
        Assert.True(property is not null, $"'{camelCase}' is no field of a report");
        return property.GetValue(report) switch
        {
            null => null,
            BounceKind kind => KebabName.Of(kind),
            SmtpStage stage => KebabName.Of(stage),
            FieldSource source => KebabName.Of(source),
            BounceCategory category => KebabName.Of(category),
            ReportSide side => KebabName.Of(side),
            IReadOnlyList<RefusalHop> hops => string.Join(" | ", hops.Select(Shown)),
            IPAddress ip => ip.ToString(),
            DateTimeOffset at => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
            bool flag => flag ? "true" : "false",
            var other => Convert.ToString(other, CultureInfo.InvariantCulture),
        };
    }

    private static string Shown(RefusalHop hop) =>
        $"{hop.Mta}{(hop.Ip is { } ip ? $"[{ip}]" : "")}{(hop.Port is { } port ? $":{port}" : "")} {hop.Reply}{(hop.Source is FieldSource.Derived ? "(derived)" : "")}".TrimEnd();

    public static string? Text(JsonElement expected) => expected.ValueKind is JsonValueKind.Null ? null : expected.ToString().Replace("True", "true").Replace("False", "false");
}
