using System.Net;
using System.Text.Json;
using System.Xml;
using BounceBoard.Core.Addresses;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>One delivery count or one refusal of one recipient, spelled out of a scenario's event.</summary>
internal sealed record ScenarioEvent(DateTimeOffset At, bool Refused, string Domain, string? Recipient, JsonElement Json)
{
    public bool Verified => !Json.TryGetProperty("verified", out var value) || value.GetBoolean();

    public bool IsControlledRetry => Json.TryGetProperty("controlledRetry", out var value) && value.GetBoolean();

    public string Pool => Text("pool") ?? "";

    public long Count => Json.TryGetProperty("count", out var count) ? count.GetInt64() : 1;

    public int? ReplyCode => Json.TryGetProperty("replyCode", out var code) && code.ValueKind == JsonValueKind.Number ? code.GetInt32() : null;

    public SmtpStage? Stage => Text("stage") is { } stage ? Enum.Parse<SmtpStage>(stage.Replace("-", "", StringComparison.Ordinal), ignoreCase: true) : null;

    public RemoteEndpoint Endpoint => new(Text("remoteMta"), Text("remoteIp") is { } ip ? IPAddress.Parse(ip) : null);

    public string? Text(string name) => Json.TryGetProperty(name, out var value) ? value.GetString() : null;

    public static IEnumerable<ScenarioEvent> Read(JsonElement json)
    {
        var refused = json.GetProperty("outcome").GetString() == "refused";
        List<string?> recipients = json.TryGetProperty("recipients", out var many) ? [.. many.EnumerateArray().Select(one => one.GetString())]
            : [json.TryGetProperty("recipient", out var single) ? single.GetString() : null];
        var every = json.TryGetProperty("every", out var step) ? XmlConvert.ToTimeSpan(step.GetString()!) : TimeSpan.MaxValue;
        var first = json.GetProperty("at").GetDateTimeOffset();
        var until = json.TryGetProperty("until", out var end) ? end.GetDateTimeOffset() : first;
        for (var at = first; at <= until; at = at.Add(every))
        {
            foreach (var recipient in recipients)
            {
                var domain = recipient is null ? json.GetProperty("recipientDomain").GetString()! : EmailAddress.Parse(recipient).Domain.Value;
                yield return new ScenarioEvent(at, refused, domain, recipient, json);
            }
            if (every == TimeSpan.MaxValue)
            {
                yield break;
            }
        }
    }
}
