using System.Threading.Channels;
using BounceBoard.Core.Tenants;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Operations.Tests;

/// <summary>Pages hear of changes in bundles, hear of the last one, and of their own tenant only.</summary>
public sealed class ChangeFeedTests
{
    private static readonly TenantId Acme = new(1);
    private static readonly TenantId Other = new(2);
    private readonly FakeTimeProvider _time = new();
    private readonly Channel<ChangeKind> _heard = Channel.CreateUnbounded<ChangeKind>();

    [Fact]
    public async Task Publish_ManyTimesInAWindow_TellsOncePerKind()
    {
        using var feed = new ChangeFeed(_time);
        using var subscription = feed.Subscribe(Acme, kind => _heard.Writer.TryWrite(kind));

        for (var i = 0; i < 1000; i++)
        {
            feed.Publish(Acme, ChangeKind.Evidence);
            feed.Publish(Acme, ChangeKind.Incidents);
        }

        Assert.False(_heard.Reader.TryRead(out _));
        _time.Advance(ChangeFeed.Window);
        Assert.Equal(ChangeKind.Evidence, await _heard.Reader.ReadAsync());
        Assert.Equal(ChangeKind.Incidents, await _heard.Reader.ReadAsync());
        _time.Advance(ChangeFeed.Window);
        Assert.False(_heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task Publish_AfterAWindowWasTold_TellsAgain()
    {
        using var feed = new ChangeFeed(_time);
        using var subscription = feed.Subscribe(Acme, kind => _heard.Writer.TryWrite(kind));
        feed.Publish(Acme, ChangeKind.Evidence);
        _time.Advance(ChangeFeed.Window);
        await _heard.Reader.ReadAsync();

        feed.Publish(Acme, ChangeKind.Evidence);
        _time.Advance(ChangeFeed.Window);

        Assert.Equal(ChangeKind.Evidence, await _heard.Reader.ReadAsync());
    }

    [Fact]
    public async Task Publish_ForAnotherTenantOrAfterDispose_IsNotHeard()
    {
        using var feed = new ChangeFeed(_time);
        var gone = feed.Subscribe(Acme, _ => _heard.Writer.TryWrite(ChangeKind.Settings));
        using var stays = feed.Subscribe(Acme, kind => _heard.Writer.TryWrite(kind));
        gone.Dispose();
        feed.Publish(Other, ChangeKind.Domains);
        feed.Publish(Acme, ChangeKind.Verdicts);

        _time.Advance(ChangeFeed.Window);

        Assert.Equal(ChangeKind.Verdicts, await _heard.Reader.ReadAsync());
        Assert.False(_heard.Reader.TryRead(out _));
    }

    [Fact]
    public async Task TellEverybody_PagesOfAnyTenant_HearEveryKind()
    {
        using var feed = new ChangeFeed(_time);
        using var acme = feed.Subscribe(Acme, kind => _heard.Writer.TryWrite(kind));
        using var other = feed.Subscribe(Other, kind => _heard.Writer.TryWrite(kind));

        feed.TellEverybody();
        _time.Advance(ChangeFeed.Window);

        var told = new List<ChangeKind>();
        while (told.Count < 2 * Enum.GetValues<ChangeKind>().Length)
        {
            told.Add(await _heard.Reader.ReadAsync());
        }
        Assert.All(Enum.GetValues<ChangeKind>(), kind => Assert.Equal(2, told.Count(it => it == kind)));
    }
}
