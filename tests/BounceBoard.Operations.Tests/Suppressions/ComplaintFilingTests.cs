using System.Text;
using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Suppressions;
using BounceBoard.Operations.Users;
using Xunit;
using static BounceBoard.Operations.Tests.Suppressions.SuppressionFilingTests;

namespace BounceBoard.Operations.Tests.Suppressions;

public sealed class ComplaintFilingTests
{
    [Theory]
    [InlineData("abuse", SuppressionReason.Complaint)]
    [InlineData("opt-out", SuppressionReason.Unsubscribe)]
    public async Task Receive_AVerifiedReport_SuppressesAtOnceAndForGood(string type, SuppressionReason reason)
    {
        await using var house = await OpenAsync(SuppressionMode.Off);
        await house.ReceiveAsync(Report(type, "Someone@example.net"));

        var entry = Assert.Single(await ListAsync(house));

        Assert.Equal(("someone@example.net", SuppressionState.Held, reason, SuppressionSource.Feedback), (entry.RecipientKey, entry.State, entry.Reason, entry.Source));
        Assert.Null(entry.ReviewAt);
        var release = await house.Get<SuppressionAdministration>().MoveAsync(Actor.System, house.Tenant, [entry.RecipientKey], SuppressionEvent.Release, "no", default);
        Assert.NotNull(release.Problem);
        Assert.Equal(SuppressionState.Held, Assert.Single(await ListAsync(house)).State);
    }

    [Fact]
    public async Task Receive_AReportNobodyVouchesFor_SilencesNobody()
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        await house.ReceiveAsync(Report("abuse", "victim@example.net"), verified: false);

        Assert.Empty(await ListAsync(house));
    }

    [Theory]
    [InlineData("not-spam", "someone@example.net")]
    [InlineData("abuse", "one@example.net", "two@example.net")]
    public async Task Receive_NoComplaintOrNobodyInParticular_SuppressesNobody(string type, params string[] recipients)
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        await house.ReceiveAsync(Report(type, recipients));

        Assert.Empty(await ListAsync(house));
    }

    [Fact]
    public async Task Receive_ForAnAddressThatWasReleased_HoldsItForTheWeightierReason()
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        var administration = house.Get<SuppressionAdministration>();
        Assert.Null((await administration.AddAsync(Actor.System, house.Tenant, "someone@example.net", SuppressionReason.Manual, "", default)).Problem);
        Assert.Null((await administration.MoveAsync(Actor.System, house.Tenant, ["someone@example.net"], SuppressionEvent.Release, "error", default)).Problem);

        await house.ReceiveAsync(Report("abuse", "someone@example.net"));

        var entry = Assert.Single(await ListAsync(house));
        Assert.Equal((SuppressionState.Held, SuppressionReason.Complaint, "error"), (entry.State, entry.Reason, entry.ReleaseNote));
    }

    private static byte[] Report(string type, params string[] recipients) => Encoding.ASCII.GetBytes($"""
        From: <feedback@provider.test>
        To: <fbl@sender.test>
        Subject: FW: news
        Date: Sat, 16 May 2026 07:02:11 +0000
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=feedback-report; boundary="b1"

        --b1
        Content-Type: text/plain

        This is an abuse report.

        --b1
        Content-Type: message/feedback-report

        Feedback-Type: {type}
        User-Agent: Test/1
        Version: 1
        {string.Join('\n', recipients.Select(recipient => $"Original-Rcpt-To: <{recipient}>"))}

        --b1
        Content-Type: message/rfc822

        From: <news@sender.test>
        Message-ID: <m1@sender.test>
        Subject: news

        hello

        --b1--

        """.ReplaceLineEndings("\r\n"));
}
