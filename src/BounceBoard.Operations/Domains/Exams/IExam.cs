using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Operations.Domains.Exams;

/// <summary>Finds out about domains; stores nothing.</summary>
public interface IExam
{
    /// <summary>Everything: DNS, name servers, blocklists, mail hosts, policy.</summary>
    Task<DomainFacts> ExamineAsync(ExamSubject subject, CancellationToken cancellationToken);

    /// <summary>DNS alone, without blocklists and name servers.</summary>
    Task<DomainFacts> AskDnsAsync(ExamSubject subject, CancellationToken cancellationToken);

    /// <summary>These questions only; one without an answer is answered as Unknown.</summary>
    Task<IReadOnlyList<RecordAnswer>> AskAsync(IReadOnlyCollection<RecordQuestion> questions, CancellationToken cancellationToken);
}
