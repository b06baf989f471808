namespace BounceBoard.Core.Domains;

/// <summary>Answers by their questions.</summary>
public sealed class DnsSnapshot : IDnsSnapshot
{
    private readonly Dictionary<RecordQuestion, RecordAnswer> _answers = [];

    /// <summary>Answers held.</summary>
    public int Count => _answers.Count;

    /// <summary>All answers, in no particular order.</summary>
    public IReadOnlyCollection<RecordAnswer> Answers => _answers.Values;

    public static DnsSnapshot Of(IEnumerable<RecordAnswer> answers)
    {
        var snapshot = new DnsSnapshot();
        foreach (var answer in answers)
        {
            snapshot.Add(new RecordQuestion(answer.Name, answer.Type), answer);
        }
        return snapshot;
    }

    /// <summary>Keeps an answer under the question as it was asked; a later one replaces an earlier.</summary>
    public void Add(RecordQuestion question, RecordAnswer answer) => _answers[question] = answer;

    public RecordAnswer? Find(string name, RecordType type) => _answers.GetValueOrDefault(new RecordQuestion(name, type));
}
