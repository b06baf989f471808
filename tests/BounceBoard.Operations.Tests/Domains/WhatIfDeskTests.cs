using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Domains;
using Xunit;
using static BounceBoard.TestKit.Installations.TestInstallation;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>A planned record is judged before anybody touches DNS.</summary>
public sealed class WhatIfDeskTests
{
    [Fact]
    public async Task TryAsync_StrongerPolicy_RaisesTheScoreAndStoresNothing()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.WeakenAsync();

        var view = Value(await DeskOf(made).TryAsync(Actor.System, made.Tenant, ExamHouse.Domain, ExamHouse.Strong, default));

        Assert.True(view.Then.Score.Value > view.Now.Score.Value);
        Assert.Equal(view.Now.Score.Value, (await made.ViewAsync()).Health!.Score.Value);
        Assert.Equal(2, (await made.ViewAsync()).Scores.Count);
    }

    [Fact]
    public async Task TryAsync_IncludeNeverAskedBefore_IsAsked()
    {
        await using var made = await ExamHouse.OpenAsync();
        await made.NowAsync();
        made.Exam["spf.example.org"] = "v=spf1 ip4:198.51.100.0/24 -all";
        var view = Value(await DeskOf(made).TryAsync(Actor.System, made.Tenant, ExamHouse.Domain, "v=spf1 include:spf.example.org -all", default));
        Assert.Empty(HealthRules.Questions(view.Then.Facts));
        Assert.Equal(DnsState.Found, view.Then.Facts.Dns.Find("spf.example.org", RecordType.Txt)?.State);
    }

    [Theory]
    [InlineData("v=spf1 -all", "example.net", RecordType.Txt, "v=spf1 -all")]
    [InlineData("\"v=DMARC1; \" \"p=none\"", "_dmarc.example.net", RecordType.Txt, "v=DMARC1; p=none")]
    [InlineData("_dmarc 3600 IN TXT \"v=DMARC1; p=none\"", "_dmarc.example.net", RecordType.Txt, "v=DMARC1; p=none")]
    [InlineData("@ IN MX 10 mx1.example.net.", "example.net", RecordType.Mx, "10 mx1.example.net.")]
    [InlineData("s1._domainkey.example.net. CNAME s1.esp.example.", "s1._domainkey.example.net", RecordType.Cname, "s1.esp.example.")]
    public void Read_OneLine_IsTheRecord(string line, string name, RecordType type, string value) =>
        Assert.Equal(new ProposedRecord(name, type, value), Assert.Single(Value(PlannedRecords.Read(ExamHouse.Domain, $"; planned\n{line}\r\n"))));

    [Theory]
    [InlineData("")]
    [InlineData("hello")]
    [InlineData("_dmarc TXT")]
    [InlineData("_dmarc CH TXT x")]
    [InlineData("a 1 2 3")]
    public void Read_NoRecord_Refused(string text) => Assert.NotNull(PlannedRecords.Read(ExamHouse.Domain, text).Problem);

    private static WhatIfDesk DeskOf(ExamHouse made) =>
        new(made.Exam, made.House.Get<DomainReader>(), made.House.Get<ExamReader>(), made.House.Get<TenantAccess>());
}
