using BounceBoard.Storage.RetryBatches;
using BounceBoard.Web.RetryBatches;
using Xunit;

namespace BounceBoard.Web.Tests.RetryBatches;

public sealed class RetryUrlTests
{
    [Theory]
    [InlineData(null, null, "/t/acme/retries")]
    [InlineData("in-doubt", "7", "/t/acme/retries?tab=in-doubt&before=7")]
    [InlineData("nonsense", "-1", "/t/acme/retries")]
    public void List_ReadAndWritten_IsTheSame(string? tab, string? before, string href) => Assert.Equal(href, RetryListUrl.Read(tab, before).ToHref("acme"));

    [Fact]
    public void List_Tab_IsRead() => Assert.Equal(RetryTab.Stopped, RetryListUrl.Read("stopped", null).Tab);

    [Theory]
    [InlineData(null, null, null, "/t/acme/retries/3")]
    [InlineData("2", "99", "12345678901", "/t/acme/retries/3?step=2&after=99&attempt=12345678901")]
    [InlineData("99999999999", "x", "-4", "/t/acme/retries/3")]
    public void Batch_ReadAndWritten_IsTheSame(string? step, string? after, string? attempt, string href) =>
        Assert.Equal(href, RetryUrl.Read("acme", 3, step, after, attempt).ToHref());
}
