using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Replays;
using BounceBoard.Core.Verdicts.Gathering;

namespace BounceBoard.Cli.Replaying;

/// <summary>Reads events: refusals, deliveries, and raw evidence; repeated ones are spelled out.</summary>
internal sealed class EventReader(IReadOnlyList<string> tenants)
{
    private const int MostTimes = 20_000;
    private readonly RawEvents _raw = new();

    public List<ReplayRefusal> Refusals { get; } = [];

    public List<ReplayDelivery> Deliveries { get; } = [];

    public void Read(JsonField happened)
    {
        var tenant = Tenant(happened["tenant"]);
        var (at, ingestedAt) = (happened["at"].RequiredTime(), happened["ingestedAt"].Time());
        if (happened["raw"].IsGiven)
        {
            _raw.Read(happened, tenant, at, ingestedAt, this);
            return;
        }
        var outcome = happened["outcome"].Required();
        if (outcome is not ("refused" or "deferred" or "delivered"))
        {
            happened["outcome"].Refuse("must be refused, deferred or delivered");
            return;
        }
        foreach (var time in Times(happened, at))
        {
            var knownAt = ingestedAt is { } arrived ? arrived + (time - at) : time;
            if (outcome == "delivered")
            {
                Delivered(happened, tenant, time, knownAt);
            }
            else
            {
                Refused(happened, tenant, time, knownAt, outcome);
            }
        }
    }

    private string Tenant(JsonField field)
    {
        var slug = field.IsGiven || tenants.Count != 1 ? field.Required() : tenants[0];
        if (slug.Length > 0 && !tenants.Contains(slug))
        {
            field.Refuse($"must be one of {string.Join(", ", tenants)}");
        }
        return slug;
    }

    private static IEnumerable<DateTimeOffset> Times(JsonField happened, DateTimeOffset first)
    {
        var (every, until) = (happened["every"].Duration(), happened["until"].Time());
        if (every is null || until is null)
        {
            if (happened["every"].IsGiven != happened["until"].IsGiven)
            {
                happened["every"].Refuse("and until must be given together");
            }
            return [first];
        }
        var count = until < first ? 1 : ((until.Value - first).Ticks / every.Value.Ticks) + 1;
        if (count > MostTimes)
        {
            happened["every"].Refuse($"gives {count} events; at most {MostTimes} are allowed");
            return [first];
        }
        return Enumerable.Range(0, (int)count).Select(step => first + (step * every.Value));
    }

    private void Delivered(JsonField happened, string tenant, DateTimeOffset at, DateTimeOffset knownAt)
    {
        var named = EventFields.Recipients(happened).ToList();
        var domain = named.Count == 0 ? EventFields.Domain(happened["recipientDomain"]) : null;
        var count = happened["count"].Number(0, 1_000_000_000) ?? 1;
        var (ip, pool, retry) = (happened["remoteIp"].Address(), EventFields.Pool(happened), happened["controlledRetry"].Flag(false));
        bool? upper = happened["upperCase"].IsGiven ? happened["upperCase"].Flag(false) : null;
        if (count == 0)
        {
            return;
        }
        if (domain is not null)
        {
            Deliveries.Add(new(tenant, knownAt, new KnownDelivery(at, domain, ip, pool, upper, count, null, retry)));
        }
        foreach (var recipient in named)
        {
            Deliveries.Add(new(tenant, knownAt, new KnownDelivery(at, recipient.Domain, ip, pool, upper ?? EventFields.HasUpperCase(recipient), count, recipient.Key, retry)));
        }
    }

    private void Refused(JsonField happened, string tenant, DateTimeOffset at, DateTimeOffset knownAt, string outcome)
    {
        var named = EventFields.Recipients(happened).ToList();
        if (named.Count == 0)
        {
            happened["recipient"].Refuse("or recipients must name at least one address");
        }
        var (code, status, text, stage) = ((int?)happened["replyCode"].Number(200, 599), happened["status"].Text(), happened["text"].Text(), EventFields.Stage(happened["stage"]));
        var endpoint = new RemoteEndpoint(happened["remoteMta"].Text(), happened["remoteIp"].Address());
        foreach (var recipient in named)
        {
            Refusals.Add(new(tenant, recipient.Value, knownAt, new KnownRefusal
            {
                Person = recipient.Key,
                Domain = recipient.Domain,
                At = at,
                Category = ReplyClassifier.Classify(code, status, text, stage, endpoint.Name ?? recipient.Domain.Value),
                ReplyCode = code,
                Status = status,
                ReplyText = text,
                Stage = stage,
                Endpoint = endpoint,
                SendingIp = happened["sendingIp"].Address()?.ToString(),
                Pool = EventFields.Pool(happened),
                Sender = happened["sender"].Text(),
                Verified = happened["verified"].Flag(true),
                Permanent = EventFields.Permanent(code, status, outcome),
                IsControlledRetry = happened["controlledRetry"].Flag(false),
                HasUpperCase = EventFields.HasUpperCase(recipient),
            }));
        }
    }
}
