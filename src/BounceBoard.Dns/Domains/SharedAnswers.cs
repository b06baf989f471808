using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Domains;

/// <summary>
/// Answers that examinations share: a round over ten thousand domains meets the same hosts and includes again and again, and asks
/// each of them once. An answer is never kept longer than the resolver itself would keep it.
/// </summary>
internal sealed class SharedAnswers(TimeProvider time)
{
    /// <summary>Answers of one generation; a record answer takes about half a kilobyte.</summary>
    private const int Capacity = 20_000;

    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    /// <summary>Failures are remembered only so long that one round does not repeat them for every domain (RFC 2308 §7 allows five minutes).</summary>
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(15);

    // Questions on their way at once: each holds a socket, of which the process has so many and no more.
    private static readonly SemaphoreSlim Room = new(512);

    private readonly Remembered<(string Resolver, RecordQuestion Question), RecordAnswer> _answers = new(time, Capacity);

    public int Count => _answers.Count;

    /// <param name="isFresh">Ask anew although an answer is held.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public Task<RecordAnswer> AskAsync(IMxResolver resolver, RecordQuestion question, bool isFresh, CancellationToken cancellationToken) =>
        _answers.GetAsync((resolver.Name, question), isFresh, token => FindOutAsync(resolver, question, token), cancellationToken);

    /// <summary>How long an answer may stand for a new one: its time to live, minutes at most.</summary>
    internal static TimeSpan LifeOf(RecordAnswer answer)
    {
        var life = answer.State == DnsState.Unknown ? AfterFailure : TimeSpan.FromSeconds(answer.Ttl ?? 0);
        return life < Longest ? life : Longest;
    }

    private static async Task<(RecordAnswer, TimeSpan)> FindOutAsync(IMxResolver resolver, RecordQuestion question, CancellationToken cancellationToken)
    {
        await Room.WaitAsync(cancellationToken);
        try
        {
            var answer = await resolver.RecordAsync(question, cancellationToken);
            return (answer, LifeOf(answer));
        }
        finally
        {
            Room.Release();
        }
    }
}
