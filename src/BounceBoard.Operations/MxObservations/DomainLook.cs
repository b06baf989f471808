using System.Net;
using BounceBoard.Core.Addresses;
using BounceBoard.Operations.Evidence;
using BounceBoard.Storage.MxObservations;

namespace BounceBoard.Operations.MxObservations;

/// <summary>
/// Looks up recipient domains that were never seen, while their evidence is being parsed, so that the first verdict already knows the MX. Bounded by
/// the run's deadline: a domain whose answer is late stays unknown, and the watch list asks for it again.
/// </summary>
internal sealed class DomainLook(MxObservationReader answers, MxRefresh refresh, TimeProvider time)
{
    private const int AtOnce = 8;

    public async Task AtNewAsync(IReadOnlyList<ReadEvidence> read, ParseRun run, CancellationToken cancellationToken)
    {
        var names = read.Where(item => !item.Tenant.IsDemo)
            .SelectMany(item => item.Attempts)
            .Where(attempt => attempt.IsRefusal)
            .Select(attempt => (attempt.Recipient?.Domain, attempt.Report.RemoteIp))
            .GroupBy(pair => pair.Domain?.Value, StringComparer.Ordinal)
            .Where(group => group.Key is not null && !run.Asked.Contains(group.Key))
            .ToDictionary(group => DomainName.Parse(group.Key ?? ""), group => group.Select(pair => pair.RemoteIp).OfType<IPAddress>().Distinct().ToList());
        var left = run.LookUntil - time.GetUtcNow();
        if (names.Count == 0 || left <= TimeSpan.Zero)
        {
            return;
        }

        run.Asked.UnionWith(names.Keys.Select(domain => domain.Value));
        using var deadline = new CancellationTokenSource(left, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(deadline.Token, cancellationToken);
        try
        {
            await Parallel.ForEachAsync(
                names, new ParallelOptions { MaxDegreeOfParallelism = AtOnce, CancellationToken = either.Token },
                (pair, token) => LookAsync(pair.Key, pair.Value, token));
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // Late answers are not waited for.
        }
    }

    private async ValueTask LookAsync(DomainName domain, IReadOnlyList<IPAddress> refusing, CancellationToken cancellationToken)
    {
        if ((await answers.ListAsync(domain, ObservationOrigin.Live, cancellationToken)).Count == 0)
        {
            await refresh.RefreshAsync(domain, refusing, cancellationToken);
        }
    }
}
