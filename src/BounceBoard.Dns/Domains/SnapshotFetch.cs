using System.Collections.Concurrent;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Domains;

/// <summary>Asks one resolver many questions at once and keeps what it said; a question without an answer is kept as Unknown.</summary>
public sealed class SnapshotFetch(IMxResolver resolver)
{
    /// <summary>Questions in flight; the ceiling per second of the options stands above it.</summary>
    private const int AtOnce = 32;

    private const string TimedOut = "TIMEOUT";

    /// <summary>Adds an answer for every question.</summary>
    /// <param name="deadline">What is not answered by then is Unknown.</param>
    /// <exception cref="OperationCanceledException">Only for <paramref name="cancellationToken"/>.</exception>
    public async Task AddAsync(
        DnsSnapshot snapshot, IReadOnlyCollection<RecordQuestion> questions, CancellationToken deadline, CancellationToken cancellationToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline, cancellationToken);
        var answers = new ConcurrentDictionary<RecordQuestion, RecordAnswer>();
        await Parallel.ForEachAsync(
            questions, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = cancellationToken },
            async (question, _) => answers[question] = await AskAsync(question, either.Token, cancellationToken));
        foreach (var (question, answer) in answers)
        {
            snapshot.Add(question, answer);
        }
    }

    private async Task<RecordAnswer> AskAsync(RecordQuestion question, CancellationToken either, CancellationToken cancellationToken)
    {
        try
        {
            return await resolver.RecordAsync(question, either);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new RecordAnswer(question.Name, question.Type, DnsState.Unknown, TimedOut, [], null);
        }
    }
}
