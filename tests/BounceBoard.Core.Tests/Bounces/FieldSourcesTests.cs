using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Core.Tests.Bounces;

public sealed class FieldSourcesTests
{
    private static readonly DateTimeOffset At = new(2026, 5, 16, 9, 0, 0, TimeSpan.Zero);

    private static readonly BounceReport Log = new()
    {
        Kind = BounceKind.Bounce,
        Format = "postfix-log",
        Recipient = "a@example.net",
        RecipientDomain = "example.net",
        Action = "failed",
        Status = "5.7.1",
        Derived = ReportFields.Action,
        OccurredAt = At,
        OccurredAtSource = FieldSource.Stated,
        Permanent = true,
    };

    [Fact]
    public void Derived_NamesWhatIsWorkedOut_AndNothingThatIsNull()
    {
        Assert.Equal(["recipientDomain", "action", "category", "permanent"], FieldSources.Derived(Log));
        Assert.Equal(["category"], FieldSources.Derived(new BounceReport { Kind = BounceKind.Bounce, Derived = ReportFields.Sender | ReportFields.Pool }));
        Assert.Contains("occurredAt", FieldSources.Derived(Log with { OccurredAtSource = FieldSource.Derived }));
    }

    [Theory]
    [InlineData(ReportFields.Sender, true, FieldSource.Derived)]
    [InlineData(ReportFields.None, true, FieldSource.Stated)]
    [InlineData(ReportFields.Sender, false, FieldSource.Unknown)]
    public void Of_AField_IsStatedDerivedOrUnknown(ReportFields derived, bool isKnown, FieldSource expected) =>
        Assert.Equal(expected, FieldSources.Of(derived, ReportFields.Sender, isKnown));

    [Fact]
    public void Merge_WhatOneWorkedOutAndTheOtherStates_IsStated()
    {
        var dsn = Log with { Format = "dsn", Derived = ReportFields.Sender, Sender = "guess@example.com" };
        var retold = Log with { Format = "sendgrid", Sender = "real@example.com", Derived = ReportFields.Action | ReportFields.Pool, Pool = "p" };

        foreach (var merged in new[] { RefusalFold.Merge(dsn, retold), RefusalFold.Merge(retold, dsn) })
        {
            Assert.Equal(("real@example.com", "failed", "p"), (merged.Sender, merged.Action, merged.Pool));
            Assert.Equal(ReportFields.Pool, merged.Derived);
        }
    }
}
