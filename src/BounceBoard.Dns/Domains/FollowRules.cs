using BounceBoard.Core.Domains;

namespace BounceBoard.Dns.Domains;

/// <summary>
/// Asks what can be known beforehand all at once, and then whatever an answer leads to as soon as it has come: a slow name holds up
/// only what hangs on it.
/// </summary>
internal static class FollowRules
{
    /// <summary>Questions of one examination; records that lead to more are somebody's attempt to keep us busy.</summary>
    private const int MostQuestions = 1_500;

    /// <param name="next">All that is wanted in the light of these answers, of which there may be none yet; asked already or not.</param>
    public static async Task RunAsync(
        FetchQuestions questions, IEnumerable<RecordQuestion> first, Func<IDnsSnapshot, IEnumerable<RecordQuestion>> next, CancellationToken cancellationToken)
    {
        var answers = new DnsSnapshot();
        HashSet<RecordQuestion> started = [];
        List<Task<(RecordQuestion Question, RecordAnswer Answer)>> pending = [];
        Start([.. first, .. next(answers)]);
        while (pending.Count > 0)
        {
            await Task.WhenAny(pending);
            foreach (var done in pending.Where(task => task.IsCompleted).ToList())
            {
                var (question, answer) = await done;
                answers.Add(question, answer);
                pending.Remove(done);
            }
            Start(next(answers));
        }

        void Start(IEnumerable<RecordQuestion> wanted)
        {
            foreach (var question in wanted.ToList())
            {
                if (started.Count < MostQuestions && started.Add(question))
                    pending.Add(AskAsync(questions, question, cancellationToken));
            }
        }
    }

    private static async Task<(RecordQuestion, RecordAnswer)> AskAsync(
        FetchQuestions questions, RecordQuestion question, CancellationToken cancellationToken) =>
        (question, await questions.AskAsync(question, cancellationToken));
}
