using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;
using BounceBoard.Operations.Domains.Exams;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>A world with the TXT records that a test sets; every other name is absent, and some do not answer.</summary>
internal sealed class FakeExam(TimeProvider time) : IExam
{
    private readonly Dictionary<string, string> _texts = [];
    private int _whole;
    private int _dns;

    /// <summary>Names that are asked in vain.</summary>
    public HashSet<string> Silent { get; } = [];

    public int Whole => _whole;

    public int DnsOnly => _dns;

    public string this[string name]
    {
        set => _texts[name] = value;
    }

    public async Task<DomainFacts> ExamineAsync(ExamSubject subject, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _whole);
        await Task.Yield();
        return Facts(subject);
    }

    public async Task<DomainFacts> AskDnsAsync(ExamSubject subject, CancellationToken cancellationToken)
    {
        Interlocked.Increment(ref _dns);
        await Task.Yield();
        return Facts(subject);
    }

    public Task<IReadOnlyList<RecordAnswer>> AskAsync(IReadOnlyCollection<RecordQuestion> questions, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<RecordAnswer>>([.. questions.Select(Answer)]);

    private DomainFacts Facts(ExamSubject subject)
    {
        var snapshot = new DnsSnapshot();
        var facts = new DomainFacts
        {
            Domain = subject.Domain,
            At = time.GetUtcNow(),
            Resolver = "test",
            Dns = snapshot,
            Selectors = subject.Selectors,
            SendingHosts = subject.SendingHosts,
            Profile = subject.Profile,
            IsProfileSaid = subject.IsProfileSaid,
            SeenSenders = subject.SeenSenders,
            SeenHelos = subject.SeenHelos,
            UnmanagedSubdomains = subject.UnmanagedSubdomains,
        };
        while (HealthRules.Questions(facts) is { Count: > 0 } missing)
        {
            foreach (var question in missing)
            {
                snapshot.Add(question, Answer(question));
            }
        }
        return facts;
    }

    private RecordAnswer Answer(RecordQuestion question) => Silent.Contains(question.Name)
        ? new RecordAnswer(question.Name, question.Type, DnsState.Unknown, "TIMEOUT", [], null)
        : question.Type == RecordType.Txt && _texts.TryGetValue(question.Name, out var text)
            ? new RecordAnswer(question.Name, question.Type, DnsState.Found, "NOERROR", [text], 300)
            : new RecordAnswer(question.Name, question.Type, DnsState.Absent, "NXDOMAIN", [], 300);
}
