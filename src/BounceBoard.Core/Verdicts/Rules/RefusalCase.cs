using BounceBoard.Core.Bounces;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts.Knowledge;

namespace BounceBoard.Core.Verdicts.Rules;

/// <summary>The facts with what follows from them at a given time: the vocabulary of the rules.</summary>
internal sealed class RefusalCase
{
    /// <summary>From here on relay refusals of a current MX are no matter of single addresses.</summary>
    public const int ManyPeople = 5;

    /// <summary>With this many other senders at the same scope in the same hours it is the receiver: three together.</summary>
    public const int ManyOthers = 2;

    /// <summary>How long deliveries must have gone on without a refusal before an incident counts as over.</summary>
    public static readonly TimeSpan SettlingTime = TimeSpan.FromHours(1);

    public RefusalCase(RefusalFacts facts, DateTimeOffset now)
    {
        (Facts, Now) = (facts, now);
        Permission = PermissionWords.Find(facts);
        Meaning = MisleadingWords.Find(facts);
    }

    public RefusalFacts Facts { get; }

    public DateTimeOffset Now { get; }

    public EndpointRelation Relation => Facts.Comparison.Relation;

    public bool IsCurrent => Relation is EndpointRelation.CurrentMx or EndpointRelation.CurrentMxRotating;

    /// <summary>The refusal came from a server that mail for this domain should not have gone to.</summary>
    public bool IsWrongServer => IsWrong(Relation);

    /// <summary>It was the wrong server then and is an MX now: DNS or the route was put right in between.</summary>
    public bool MovedIntoPlace => IsCurrent && (Facts.ComparisonThen ?? Facts.ComparisonFirst) is { } then && IsWrong(then.Relation);

    /// <summary>Row of <see cref="PermissionWords"/> that the reply matches; null when none does.</summary>
    public PermissionWord? Permission { get; }

    /// <summary>Row of <see cref="MisleadingWords"/> that the reply matches; null when none does.</summary>
    public MisleadingWord? Meaning { get; }

    /// <summary>Family after the knowledge of words that look like another family.</summary>
    public RefusalFamily Family => Meaning?.Means ?? Facts.Family;

    /// <summary>The words are about relaying or about a domain the server does not know, not about one mailbox.</summary>
    public bool IsRelayLike => Family is RefusalFamily.Relay or RefusalFamily.Domain || Permission is not null;

    public bool IsDeadMailbox => IsDeadCategory && Facts.Permanent == true && Permission is null && !SaysRelayToo && !IsBeforeRecipient;

    /// <summary>The server refused before it heard the recipient.</summary>
    public bool IsBeforeRecipient => Facts.Stage is SmtpStage.Connect or SmtpStage.Ehlo or SmtpStage.StartTls or SmtpStage.Auth or SmtpStage.MailFrom;

    public bool SaysRelayToo => Meaning is null && RelayWords.In(Facts.ReplyText);

    public long Delivered => Facts.DeliveredByPool.Values.Sum();

    public bool KnowsDeliveries => Facts.DeliveriesKnown || Facts.DeliveredByPool.Count > 0;

    /// <summary>Deliveries by other pools while this one was refused.</summary>
    public long OthersMeanwhile => Facts.Pool is { } pool ? Facts.DeliveredDuringByPool.Where(row => row.Key != pool).Sum(row => row.Value) : 0;

    public long OwnPoolMeanwhile => Facts.Pool is { } pool ? Facts.DeliveredDuringByPool.GetValueOrDefault(pool) : 0;

    /// <summary>The refusing host is an MX of lesser preference than others: it should relay for the domain, and the best one delivers.</summary>
    public bool IsBackupHost => Facts.Comparison.Resolvers.Select(finding => finding.Observation?.Answer).OfType<MxAnswer>().Any(answer =>
        answer.Hosts.FirstOrDefault(Refused) is { } host && host.Preference > answer.Hosts.Min(other => other.Preference));

    /// <summary>Deliveries since the last refusal over the same pool, or over any where the pool is not known.</summary>
    public long DeliveredSince => Facts.Pool is { } pool ? Facts.DeliveredSinceByPool.GetValueOrDefault(pool) : Facts.DeliveredSinceByPool.Values.Sum();

    public DateTimeOffset GraceOverAt => Facts.FirstAt.By(Facts.Grace);

    public bool GraceIsOver => Now >= GraceOverAt;

    /// <summary>When the last cached copy of the old MX answer runs out; null when no old answer is known.</summary>
    public DateTimeOffset? OldAnswerEndsAt => OldAnswer.EndsAt(Facts);

    /// <summary>
    /// The incident is over: stated, or shown by a test; where no spike is known, deliveries resumed and nothing was refused for the settling time.
    /// </summary>
    public bool IncidentIsOver => Facts.SpikeStoppedAt <= Now
        || Facts.DeliveredInControlledRetry || Facts.DeliveredToRecipientSince
        || (Facts.SpikeSince is null && Facts.DeliveredSinceByPool.Values.Sum() > 0 && Now - (Facts.IncidentLastAt ?? Facts.LastAt) >= SettlingTime);

    /// <summary>
    /// The scope failed as a whole, so its words count for nothing: during an outage a server may say anything. Words that name the sender's own doing are
    /// believed while only one pool hears them and others get through.
    /// </summary>
    public bool IsOutageInAnyWords => Facts.SpikeSince is not null && IsCurrent
        && (Facts.FailingPools.Count > 1 || Facts.OtherSendersAffected > 0 || Facts.DeliveredDuringByPool.Values.Sum() == 0);

    private bool Refused(MxHost host) => (Facts.Endpoint.Ip is { } ip && host.Addresses.Contains(ip))
        || host.Name.Value.Equals(Facts.Endpoint.Name?.TrimEnd('.'), StringComparison.OrdinalIgnoreCase);

    private bool IsDeadCategory => Meaning?.Means == RefusalFamily.Mailbox
        || (Meaning is null && Facts.Family == RefusalFamily.Mailbox
            && (Facts.Category == BounceCategory.BadMailbox || (Facts.Category == BounceCategory.InactiveMailbox && Facts.Refusals > 1)));

    private static bool IsWrong(EndpointRelation relation) => relation is EndpointRelation.FormerMx or EndpointRelation.Foreign or EndpointRelation.Pinned;
}
