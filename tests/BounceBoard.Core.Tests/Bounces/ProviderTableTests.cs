using BounceBoard.Core.Bounces;
using BounceBoard.Core.Bounces.Classification;
using BounceBoard.Core.Bounces.Classification.Providers;
using Xunit;

namespace BounceBoard.Core.Tests.Bounces;

public sealed class ProviderTableTests
{
    [Fact]
    public void Tables_HostsAndMarks_NameOneProviderEach()
    {
        Assert.Empty(AllProviders.InOrder.SelectMany(table => table.Hosts).GroupBy(host => host).Where(group => group.Count() > 1).Select(group => group.Key));
        Assert.Empty(AllProviders.InOrder.SelectMany(table => table.Marks).GroupBy(mark => mark).Where(group => group.Count() > 1).Select(group => group.Key));
    }

    [Fact]
    public void Rows_OfEveryTable_CanBeReached() => Assert.Empty(AllProviders.InOrder.SelectMany(table => Unreached.In(table.Rows)));

    [Theory]
    [InlineData("mx3.qq.com", BounceCategory.RateLimited)]
    [InlineData("QQ.COM", BounceCategory.RateLimited)]
    [InlineData("notqq.com", BounceCategory.InactiveMailbox)]
    [InlineData("qq.com.example.net", BounceCategory.InactiveMailbox)]
    [InlineData(null, BounceCategory.InactiveMailbox)]
    public void Classify_SameWordsElsewhere_MeanWhatTheHostMeans(string? host, BounceCategory expected) =>
        Assert.Equal(expected, ReplyClassifier.Classify(550, null, "550 Mailbox unavailable or access denied", SmtpStage.RcptTo, host));

    [Fact]
    public void Classify_MarkOfAnotherProviderBehindAGateway_CountsMoreThanTheHost() =>
        Assert.Equal(BounceCategory.RateLimited, ReplyClassifier.Classify(
            550, null, "550 Mailbox unavailable or access denied http://service.mail.qq.com/cgi-bin/help?id=20022", SmtpStage.RcptTo, "eu-smtp-1.mimecast.com"));

    [Theory]
    [InlineData("7.1", "5.7.1", true)]
    [InlineData("7.1", "4.7.1", true)]
    [InlineData("7.1", "5.7.10", false)]
    [InlineData("7.606-649", "5.7.606", true)]
    [InlineData("7.606-649", "5.7.649", true)]
    [InlineData("7.606-649", "5.7.650", false)]
    [InlineData("7.1", "2.7.1", false)]
    [InlineData("7.1", "5.7", false)]
    [InlineData("7.1", null, false)]
    public void Holds_Status_AsksSubjectAndDetail(string range, string? status, bool expected) =>
        Assert.Equal(expected, StatusRange.Parse(range).Holds(status));
}
