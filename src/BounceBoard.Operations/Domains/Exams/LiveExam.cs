using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Dns.Resolving;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Asks the network.</summary>
internal sealed class LiveExam(DomainExam exam, FactsFetch facts, ResolverSet resolvers, TimeProvider time) : IExam
{
    public Task<DomainFacts> ExamineAsync(ExamSubject subject, CancellationToken cancellationToken) => exam.ExamineAsync(subject, cancellationToken);

    public Task<DomainFacts> AskDnsAsync(ExamSubject subject, CancellationToken cancellationToken) =>
        facts.FetchAsync(subject with { AskBlocklists = false, AskNameServers = false }, cancellationToken);

    public async Task<IReadOnlyList<RecordAnswer>> AskAsync(IReadOnlyCollection<RecordQuestion> questions, CancellationToken cancellationToken)
    {
        if (resolvers.All is not [var resolver, ..])
        {
            return [.. questions.Select(question => new RecordAnswer(question.Name, question.Type, DnsState.Unknown, "REFUSED", [], null))];
        }
        var snapshot = new DnsSnapshot();
        using var deadline = new CancellationTokenSource(FactsFetch.Patience, time);
        await new SnapshotFetch(resolver).AddAsync(snapshot, questions, deadline.Token, cancellationToken);
        return [.. snapshot.Answers];
    }
}
