using System.Net;
using BounceBoard.Core.Bounces;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Bounces;

public sealed class RefusalFoldTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 2, 0, TimeSpan.Zero);

    private static readonly BounceReport Log = new()
    {
        Kind = BounceKind.Bounce,
        Format = "postfix-log",
        Recipient = "User@example.net",
        RecipientDomain = "example.net",
        QueueId = "4424441E46",
        RemoteMta = "mx1.example.net",
        RemoteIp = IPAddress.Parse("198.51.100.7"),
        RemoteIpSource = FieldSource.Stated,
        ReplyCode = 550,
        Status = "5.7.1",
        ReplyText = "550 5.7.1 Relaying denied",
        OccurredAt = At,
        OccurredAtSource = FieldSource.Derived,
        Permanent = true,
        Category = BounceCategory.RelayDenied,
    };

    private static readonly BounceReport Dsn = new()
    {
        Kind = BounceKind.Bounce,
        Format = "dsn",
        Recipient = "user@EXAMPLE.net",
        RecipientDomain = "example.net",
        QueueId = "4424441E46",
        MessageId = "1@sender.test",
        RemoteMta = "MX1.example.net.",
        ReplyText = "550 5.7.1 Relaying denied for this recipient",
        Sender = "bounce+1@sender.test",
        OccurredAt = At.AddHours(3),
        OccurredAtSource = FieldSource.Stated,
        Permanent = true,
    };

    private static BounceReport Deferral => Log with { Kind = BounceKind.Delay, Permanent = false, ReplyCode = 454 };

    [Fact]
    public void Same_LogAndDsnOfOneQueueId_True() => Assert.True(RefusalFold.Same(Log, Dsn));

    public static TheoryData<string, Func<BounceReport, BounceReport>> OtherRefusals => new()
    {
        { "another person", dsn => dsn with { Recipient = "other@example.net" } },
        { "another server", dsn => dsn with { RemoteMta = "mx2.example.net" } },
        { "another queue id and no message id", dsn => dsn with { MessageId = null, QueueId = "FFFF" } },
        { "no id at all", dsn => dsn with { MessageId = null, QueueId = null } },
        { "the queue id used again weeks later", dsn => dsn with { OccurredAt = At.AddDays(20) } },
        { "a deferral, not a failure", dsn => dsn with { Kind = BounceKind.Delay, Permanent = false } },
        { "a delivery", dsn => dsn with { Kind = BounceKind.Delivery } },
    };

    [Theory]
    [MemberData(nameof(OtherRefusals))]
    public void Same_AnotherRefusal_False(string why, Func<BounceReport, BounceReport> change) =>
        Assert.False(RefusalFold.Same(Log, change(Dsn)), why);

    [Fact]
    public void Same_BothMessageIdsKnownAndDifferent_False() =>
        Assert.False(RefusalFold.Same(Log with { MessageId = "2@sender.test" }, Dsn));

    [Fact]
    public void Same_OriginalRecipientOfTheOther_True() =>
        Assert.True(RefusalFold.Same(Log, Dsn with { Recipient = "alias@example.net", OriginalRecipient = "user@example.net" }));

    [Fact]
    public void Same_DeferralsOfTwoAttempts_False() =>
        Assert.False(RefusalFold.Same(Deferral, Deferral with { OccurredAt = At.AddMinutes(20) }));

    [Fact]
    public void Same_DeferralSeenTwice_True() =>
        Assert.True(RefusalFold.Same(Deferral, Deferral with { OccurredAt = At.AddSeconds(40), Format = "dsn" }));

    [Fact]
    public void Same_DeferralsAtTwoAddressesOfOneName_False() =>
        Assert.False(RefusalFold.Same(Deferral, Deferral with { RemoteIp = IPAddress.Parse("198.51.100.8") }));

    [Fact]
    public void Same_WebhookSentTwiceWithoutIds_True()
    {
        var webhook = Dsn with { Format = "ses", QueueId = null, MessageId = null };

        Assert.True(RefusalFold.Same(webhook, webhook with { OccurredAt = webhook.OccurredAt }));
        Assert.False(RefusalFold.Same(webhook, webhook with { OccurredAt = webhook.OccurredAt?.AddMinutes(1) }));
    }

    [Fact]
    public void Merge_LogAndDsn_CompleteOneAnother()
    {
        var one = RefusalFold.Merge(Dsn, Log);

        Assert.Equal("User@example.net", one.Recipient);
        Assert.Equal("1@sender.test", one.MessageId);
        Assert.Equal("bounce+1@sender.test", one.Sender);
        Assert.Equal(IPAddress.Parse("198.51.100.7"), one.RemoteIp);
        Assert.Equal("550 5.7.1 Relaying denied for this recipient", one.ReplyText);
        Assert.Equal(BounceCategory.RelayDenied, one.Category);
        // A syslog line's year and zone are derived; the DSN states its time.
        Assert.Equal((At.AddHours(3), FieldSource.Stated), (one.OccurredAt, one.OccurredAtSource));
    }

    [Fact]
    public void Merge_LogWithoutTheReply_TakesTextAndCategoryFromTheDsn()
    {
        // Sendmail's log has the status only.
        var log = Log with { Format = "sendmail-log", ReplyText = null, ReplyCode = null, Category = BounceCategory.SecurityError };

        var dsn = Dsn with { ReplyCode = 550, Category = BounceCategory.RelayDenied };

        var one = RefusalFold.Merge(log, dsn);

        Assert.Equal((dsn.ReplyText, dsn.ReplyCode, BounceCategory.RelayDenied), (one.ReplyText, one.ReplyCode, one.Category));
    }

    [Fact]
    public void Merge_DerivedAgainstStatedAddress_StatedWins()
    {
        var derived = Log with { RemoteIp = IPAddress.Parse("198.51.100.99"), RemoteIpSource = FieldSource.Derived };
        var stated = Dsn with { RemoteIp = IPAddress.Parse("198.51.100.7"), RemoteIpSource = FieldSource.Stated };

        Assert.Equal((stated.RemoteIp, FieldSource.Stated), (RefusalFold.Merge(derived, stated).RemoteIp, RefusalFold.Merge(derived, stated).RemoteIpSource));
    }

    [Fact]
    public void SameAndMerge_EitherOrder_Alike() => Gen.Select(Reports, Reports).Sample((a, b) =>
        RefusalFold.Same(a, b) == RefusalFold.Same(b, a) && RefusalFold.Merge(a, b) == RefusalFold.Merge(b, a));

    [Fact]
    public void Key_SameLineReadTwice_Equal()
    {
        Assert.Equal(RefusalFold.Key(Log), RefusalFold.Key(Log with { Category = BounceCategory.Undetermined }));
        Assert.NotEqual(RefusalFold.Key(Log), RefusalFold.Key(Log with { Recipient = "other@example.net" }));
        Assert.Matches("^[0-9a-f]{64}$", RefusalFold.Key(Log));
    }

    private static Gen<BounceReport> Reports =>
        from format in Choice("postfix-log", "dsn", "ses", null)
        from id in Choice("1@sender.test", "2@sender.test", null)
        from queue in Choice("A1", "A2", null)
        from mta in Choice("mx1.example.net", "mx2.example.net", null)
        from ip in Choice("198.51.100.7", "198.51.100.8", null)
        from minutes in Gen.Int[0, 30]
        from text in Choice("short", "a longer reply", null)
        from permanent in Gen.Bool
        select new BounceReport
        {
            Kind = permanent ? BounceKind.Bounce : BounceKind.Delay,
            Format = format,
            Recipient = "user@example.net",
            MessageId = id,
            QueueId = queue,
            RemoteMta = mta,
            RemoteIp = ip is null ? null : IPAddress.Parse(ip),
            RemoteIpSource = ip is null ? FieldSource.Unknown : FieldSource.Stated,
            OccurredAt = At.AddMinutes(minutes),
            OccurredAtSource = FieldSource.Stated,
            ReplyText = text,
            Permanent = permanent,
        };

    private static Gen<string?> Choice(params string?[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
