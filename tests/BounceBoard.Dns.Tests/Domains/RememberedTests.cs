using BounceBoard.Dns.Domains;
using Microsoft.Extensions.Time.Testing;
using Xunit;

namespace BounceBoard.Dns.Tests.Domains;

public sealed class RememberedTests
{
    private readonly FakeTimeProvider _time = new();
    private int _asked;

    [Fact]
    public async Task Get_WithinItsTime_AsksOnceAndAfterItAgain()
    {
        var remembered = new Remembered<string, int>(_time, 10);

        Assert.Equal(1, await GetAsync(remembered, "a"));
        _time.Advance(TimeSpan.FromSeconds(59));
        Assert.Equal(1, await GetAsync(remembered, "a"));
        _time.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(2, await GetAsync(remembered, "a"));
    }

    [Fact]
    public async Task Get_Fresh_AsksAnewAndRemembersThat()
    {
        var remembered = new Remembered<string, int>(_time, 10);
        await GetAsync(remembered, "a");

        Assert.Equal(2, await GetAsync(remembered, "a", isFresh: true));
        Assert.Equal(2, await GetAsync(remembered, "a"));
    }

    [Fact]
    public async Task Get_ManyAtOnce_ShareOneQuestion()
    {
        var remembered = new Remembered<string, int>(_time, 10);
        var answer = new TaskCompletionSource<(int, TimeSpan)>();
        var all = Enumerable.Range(0, 50).Select(_ => remembered.GetAsync("a", true, Ask, CancellationToken.None)).ToList();

        answer.SetResult((7, TimeSpan.Zero));

        Assert.All(await Task.WhenAll(all), value => Assert.Equal(7, value));
        Assert.Equal(1, _asked);
        Assert.Equal(0, remembered.Count);

        Task<(int, TimeSpan)> Ask(CancellationToken cancellationToken)
        {
            _asked++;
            return answer.Task;
        }
    }

    [Fact]
    public async Task Get_TheOneWhoAsksGivesUp_TheOthersStillGetAnAnswer()
    {
        var remembered = new Remembered<string, int>(_time, 10);
        using var gaveUp = new CancellationTokenSource();
        var first = remembered.GetAsync("a", false, NeverAsync, gaveUp.Token);
        var second = remembered.GetAsync("a", false, _ => Task.FromResult((8, TimeSpan.FromMinutes(1))), CancellationToken.None);

        await gaveUp.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        Assert.Equal(8, await second);

        static async Task<(int, TimeSpan)> NeverAsync(CancellationToken cancellationToken)
        {
            await Task.Delay(Timeout.Infinite, cancellationToken);
            return default;
        }
    }

    [Fact]
    public async Task Get_TheQuestionFails_NobodyWaitsForEver()
    {
        var remembered = new Remembered<string, int>(_time, 10);
        await Assert.ThrowsAsync<InvalidOperationException>(() => remembered.GetAsync(
            "a", false, _ => throw new InvalidOperationException("broken"), CancellationToken.None));

        Assert.Equal(1, await GetAsync(remembered, "a"));
    }

    [Fact]
    public async Task Get_MoreThanItHolds_ForgetsWhatNobodyAskedFor()
    {
        var remembered = new Remembered<string, int>(_time, 10);
        var popular = await GetAsync(remembered, "popular");
        for (var i = 0; i < 100; i++)
        {
            await GetAsync(remembered, $"n{i}");
            Assert.Equal(popular, await GetAsync(remembered, "popular"));
        }
        Assert.InRange(remembered.Count, 1, 20);
        Assert.NotEqual(2, await GetAsync(remembered, "n0"));
    }

    private Task<int> GetAsync(Remembered<string, int> remembered, string key, bool isFresh = false) =>
        remembered.GetAsync(key, isFresh, _ => Task.FromResult((++_asked, TimeSpan.FromMinutes(1))), CancellationToken.None);
}
