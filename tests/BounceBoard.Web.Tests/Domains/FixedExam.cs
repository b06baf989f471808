using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Operations.Domains.Exams;

namespace BounceBoard.Web.Tests.Domains;

/// <summary>Finds what the test says, without a network.</summary>
internal sealed class FixedExam : IExam
{
    public DomainFacts Facts { get; set; } = SampleHealth.Facts;

    /// <summary>Answers to single questions; what is not among them is Unknown.</summary>
    public DnsSnapshot More { get; } = new();

    public Task<DomainFacts> ExamineAsync(ExamSubject subject, CancellationToken cancellationToken) =>
        Task.FromResult(Facts with { Domain = subject.Domain, Profile = subject.Profile, IsProfileSaid = subject.IsProfileSaid });

    public Task<DomainFacts> AskDnsAsync(ExamSubject subject, CancellationToken cancellationToken) => ExamineAsync(subject, cancellationToken);

    public Task<IReadOnlyList<RecordAnswer>> AskAsync(IReadOnlyCollection<RecordQuestion> questions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordAnswer>>(
        [
            .. questions.Select(question => More.Find(question.Name, question.Type)
                ?? new RecordAnswer(question.Name, question.Type, DnsState.Unknown, "TIMEOUT", [], null)),
        ]);
}
