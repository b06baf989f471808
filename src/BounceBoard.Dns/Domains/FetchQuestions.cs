using System.Collections.Concurrent;
using BounceBoard.Core.Domains;
using BounceBoard.Dns.Asking;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Dns.Domains;

/// <summary>The questions of one examination: each is asked once, whoever wants its answer, and has an answer in the end, Unknown at worst.</summary>
/// <param name="isFresh">Answers of other examinations do not count.</param>
/// <param name="untilDeadline">What is not answered by then is Unknown; cancelled when the examination is given up, too.</param>
internal sealed class FetchQuestions(
    IMxResolver resolver, SharedAnswers shared, bool isFresh, CancellationToken untilDeadline)
{
    private const int LongestName = 253;
    private const int LongestLabel = 63;
    private readonly ConcurrentDictionary<RecordQuestion, Lazy<Task<RecordAnswer>>> _asked = new();

    public string ResolverName => resolver.Name;

    public bool IsFresh => isFresh;

    /// <summary>Every answer that has come.</summary>
    public DnsSnapshot Answers()
    {
        var snapshot = new DnsSnapshot();
        foreach (var (question, answer) in _asked.Where(asked => asked.Value.Value.IsCompletedSuccessfully))
        {
            snapshot.Add(question, answer.Value.Result);
        }
        return snapshot;
    }

    /// <summary>For what belongs among the facts.</summary>
    /// <exception cref="OperationCanceledException">The examination was given up.</exception>
    public Task<RecordAnswer> AskAsync(RecordQuestion question, CancellationToken cancellationToken) =>
        _asked.GetOrAdd(question, wanted => new Lazy<Task<RecordAnswer>>(() => AskAsideAsync(wanted, cancellationToken))).Value;

    public Task<RecordAnswer> AskAsync(string name, RecordType type, CancellationToken cancellationToken) => AskAsync(new RecordQuestion(name, type), cancellationToken);

    /// <summary>The same for what is no record of the domain: the answer is not kept among the facts.</summary>
    /// <exception cref="OperationCanceledException">The examination was given up.</exception>
    public Task<RecordAnswer> AskAsideAsync(RecordQuestion question, CancellationToken cancellationToken) => IsName(question.Name)
        ? InTimeAsync(token => shared.AskAsync(resolver, question, isFresh, token), Unknown(question, Rcodes.Timeout), cancellationToken)
        : Task.FromResult(Unknown(question, Rcodes.BadName));

    /// <summary>Whatever else is asked for the examination, within its time.</summary>
    /// <param name="otherwise">The result when the deadline comes first.</param>
    /// <exception cref="OperationCanceledException">The examination was given up.</exception>
    public async Task<T> InTimeAsync<T>(Func<CancellationToken, Task<T>> ask, T otherwise, CancellationToken cancellationToken)
    {
        try
        {
            return await ask(untilDeadline);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return otherwise;
        }
    }

    internal static RecordAnswer Unknown(RecordQuestion question, string rcode) => new(question.Name, question.Type, DnsState.Unknown, rcode, [], null);

    // Names come out of records that anybody may write.
    internal static bool IsName(string name) =>
        name.Length is > 0 and <= LongestName && name.All(c => c is >= ' ' and <= '~') && name.Split('.').All(label => label.Length is > 0 and <= LongestLabel);
}
