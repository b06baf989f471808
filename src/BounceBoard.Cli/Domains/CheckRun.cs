using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains.Dkim;
using BounceBoard.Core.Domains.Health;
using BounceBoard.Dns.Domains;

namespace BounceBoard.Cli.Domains;

/// <summary>One run of the command: domains in, judgements out in the same order, each as soon as it is there.</summary>
internal static class CheckRun
{
    private const int AtOnce = 8;

    /// <returns>0 when all were checked, whatever the result; 1 when a name is no domain; 2 when the command was used wrongly.</returns>
    public static async Task<int> RunAsync(CheckRequest request, CancellationToken cancellationToken)
    {
        try
        {
            using var house = new CheckHouse(request);
            var selectors = SelectorsOf(request.Selectors);
            using var room = new SemaphoreSlim(AtOnce);
            var pending = request.Domains.Select(text => AskedDomain.TryRead(text, out var domain, out var problem)
                ? (Problem: "", Health: JudgeAsync(house, room, SubjectOf(domain, selectors, request), cancellationToken))
                : (problem, null)).ToList();
            return await WriteAsync(pending, request.IsJson, cancellationToken);
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync($"bounceboard: {problem.Message}");
            return 2;
        }
    }

    private static ExamSubject SubjectOf(DomainName domain, IReadOnlyList<SelectorFact> selectors, CheckRequest request) => new()
    {
        Domain = domain,
        Selectors = selectors,
        Profile = request.IsParked ? DomainProfile.Parked : DomainProfile.Sending,
        SharesAnswers = request.Domains.Count > 1,
    };

    private static List<SelectorFact> SelectorsOf(IReadOnlyList<string> named)
    {
        var bad = named.FirstOrDefault(selector => !DomainName.TryParse(selector, out _));
        return bad is null
            ? [.. named.Select(selector => new SelectorFact(selector.Trim().ToLowerInvariant(), SelectorOrigin.Configured))
                .Concat(CommonSelectors.All.Select(selector => new SelectorFact(selector, SelectorOrigin.Common))).DistinctBy(fact => fact.Selector)]
            : throw new FormatException($"--selector '{bad}' is no selector; write what stands in s= of a signature, for example s1 or mail.2026.");
    }

    private static async Task<DomainHealth> JudgeAsync(CheckHouse house, SemaphoreSlim room, ExamSubject subject, CancellationToken cancellationToken)
    {
        await room.WaitAsync(cancellationToken);
        try
        {
            return HealthRules.Judge(await house.Exam.ExamineAsync(subject, cancellationToken));
        }
        finally
        {
            room.Release();
        }
    }

    private static async Task<int> WriteAsync(IReadOnlyList<(string Problem, Task<DomainHealth>? Health)> pending, bool isJson, CancellationToken cancellationToken)
    {
        var exit = 0;
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        foreach (var (problem, pendingHealth) in pending)
        {
            if (pendingHealth is null)
            {
                await Console.Error.WriteLineAsync($"bounceboard: {problem}");
                exit = 1;
                continue;
            }
            var health = await pendingHealth;
            if (isJson)
            {
                CheckLines.Write(output, health);
            }
            else
            {
                await using var writer = new StreamWriter(output, leaveOpen: true);
                CheckText.Write(writer, health);
            }
            await output.FlushAsync(cancellationToken);
            if (health.Score.Value is null)
            {
                await Console.Error.WriteLineAsync($"bounceboard: {health.Facts.Domain.Value}: no resolver gave a usable answer, so nothing could be found out. Look at the network, or name another resolver with --resolver.");
            }
        }
        return exit;
    }
}
