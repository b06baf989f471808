using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using CsCheck;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>Facts in every combination, likely or not; dead mailboxes of a current MX often enough that Suppress is met.</summary>
internal static class AnyRefusal
{
    private static readonly string?[] Texts =
    [
        null, "", "550 5.1.1 User unknown", "550 5.1.1 Relaying denied", "550 5.7.64 TenantAttribution; Relay Access Denied", "554 Relay access denied",
        "550 5.4.1 Recipient address rejected: Access denied", "553 not in my list of allowed rcpthosts", "550 listed as open relay", "daily relay limit exceeded",
    ];

    /// <summary>When the question is asked: from before the refusal to ten days after it.</summary>
    public static Gen<DateTimeOffset> Now { get; } = Gen.Int[-24, 240].Select(hours => Refused.At.AddHours(hours));

    public static Gen<RefusalFacts> Facts { get; } =
        from said in Said
        from route in Route
        from counts in Counts
        select counts(route(said));

    public static Gen<T> Of<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);

    private static Gen<EndpointRelation> Relation => Gen.Frequency(
        (3, Gen.Const(EndpointRelation.CurrentMx)), (2, Of(Enum.GetValues<EndpointRelation>())));

    private static Gen<EndpointComparison> Comparison =>
        from relation in Relation
        from agree in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        from unknown in Gen.Frequency((3, Gen.Const(false)), (1, Gen.Const(true)))
        select Refused.By(relation) with { ResolversAgree = agree, AnyUnknown = unknown };

    private static Gen<RefusalFacts> Said =>
        from family in Gen.Frequency((2, Gen.Const(RefusalFamily.Mailbox)), (2, Gen.Const(RefusalFamily.Relay)), (1, Of(Enum.GetValues<RefusalFamily>())))
        from category in Gen.Frequency((2, Gen.Const((BounceCategory?)null)), (1, Of(Enum.GetValues<BounceCategory>()).Select(value => (BounceCategory?)value)))
        from code in Of<int?>(null, 250, 450, 454, 530, 550, 554)
        from status in Of(null, "4.7.1", "5.1.1", "5.4.1", "5.7.1", "5.7.133", "not a status")
        from text in Of(Texts)
        from stage in Of<SmtpStage?>([null, SmtpStage.RcptTo, SmtpStage.RcptTo, SmtpStage.Connect, SmtpStage.MailFrom, SmtpStage.EndOfData])
        from permanent in Of<bool?>(true, true, false, null)
        select Refused.From(EndpointRelation.CurrentMx, family) with
        {
            Category = category ?? Refused.From(EndpointRelation.CurrentMx, family).Category,
            ReplyCode = code,
            Status = status,
            ReplyText = text,
            Stage = stage,
            Permanent = permanent,
        };

    private static Gen<Func<RefusalFacts, RefusalFacts>> Route =>
        from comparison in Comparison
        from then in Gen.Frequency((1, Gen.Const((EndpointComparison?)null)), (2, Comparison.Select(value => (EndpointComparison?)value)))
        from endpoint in Of(new RemoteEndpoint("mx1.example.net", IPAddress.Parse("198.51.100.7")), new RemoteEndpoint("mx1.example.net", null), RemoteEndpoint.Unknown)
        select (Func<RefusalFacts, RefusalFacts>)(facts => facts with { Comparison = comparison, ComparisonThen = then, Endpoint = endpoint });

    private static Gen<Func<RefusalFacts, RefusalFacts>> Counts =>
        from verified in Gen.Frequency((3, Gen.Const(true)), (1, Gen.Const(false)))
        from flags in Gen.Int[0, 31]
        from people in Gen.Int[1, 12]
        from refusals in Gen.Int[1, 3]
        from lastAfter in Gen.Int[0, 48]
        from before in Pools
        from since in Gen.Frequency((2, Gen.Const<IReadOnlyDictionary<string, long>>(new Dictionary<string, long>())), (1, Pools))
        from pool in Of("tx-1", "bulk-2", null)
        select (Func<RefusalFacts, RefusalFacts>)(facts => facts with
        {
            Verified = verified,
            PeopleInIncident = people,
            Refusals = refusals,
            LastAt = facts.FirstAt.AddHours(lastAfter),
            DeliveredByPool = before,
            DeliveredSinceByPool = since,
            Pool = pool,
            IncidentOpenAtScope = (flags & 3) == 3,
            RefusedInControlledRetry = (flags & 4) != 0,
            DeliveredInControlledRetry = (flags & 24) == 24,
            SpikeSince = (flags & 10) == 10 ? facts.FirstAt : null,
            DeliveredDuringByPool = since,
            DeliveredToRecipientSince = flags == 7,
            SpikeStoppedAt = (flags & 9) == 9 ? facts.LastAt.AddHours(lastAfter) : null,
            DeliveriesKnown = (flags & 16) != 0,
        });

    private static Gen<IReadOnlyDictionary<string, long>> Pools =>
        from tx in Gen.Int[0, 40]
        from bulk in Gen.Int[0, 3]
        select (IReadOnlyDictionary<string, long>)new Dictionary<string, long> { ["tx-1"] = tx, ["bulk-2"] = bulk };
}
