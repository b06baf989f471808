using BounceBoard.Core.Domains;

namespace BounceBoard.Operations.Tests.Domains.Hostile;

/// <summary>Has an answer to whatever is asked, and counts the different questions.</summary>
internal sealed class AnsweringDns(Func<RecordQuestion, IReadOnlyList<string>> world) : IDnsSnapshot
{
    private readonly Dictionary<RecordQuestion, RecordAnswer> _answers = [];

    public int Asked => _answers.Count;

    public RecordAnswer? Find(string name, RecordType type)
    {
        var question = new RecordQuestion(name, type);
        return _answers.TryGetValue(question, out var known) ? known : _answers[question] = Answer(question, world);
    }

    public static RecordAnswer Answer(RecordQuestion question, Func<RecordQuestion, IReadOnlyList<string>> world) =>
        new(question.Name, question.Type, DnsState.Found, "NOERROR", world(question), 300);
}
