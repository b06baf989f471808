using System.Globalization;
using BounceBoard.Core.Alerts;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Alerts;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.Tenants;

namespace BounceBoard.Operations.Alerts;

/// <summary>Finds the words of an alert about a controlled retry; what nobody is waited for any more is told to nobody.</summary>
internal sealed class RetryAlertWording(RetryBatchReader batches, RetryAttemptReader attempts)
{
    public Task<AlertWords> WaitingAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken) => WordAsync(
        tenant, alert, (batch, _) => Waiting(batch), (batch, _) => batch.State != RetryBatchState.AwaitingApproval || Number(batch.Stage) != alert.Episode, cancellationToken);

    public Task<AlertWords> HaltedAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken) =>
        WordAsync(tenant, alert, (batch, _) => Halted(batch), (_, _) => false, cancellationToken);

    public Task<AlertWords> InDoubtAsync(TenantRow tenant, AlertRow alert, CancellationToken cancellationToken) =>
        WordAsync(tenant, alert, InDoubt, (_, doubtful) => doubtful == 0, cancellationToken);

    private async Task<AlertWords> WordAsync(
        TenantRow tenant, AlertRow alert, Func<RetryBatchRow, int, AlertContent> say, Func<RetryBatchRow, int, bool> isOver,
        CancellationToken cancellationToken)
    {
        if (await batches.FindAsync(tenant.Id, alert.SubjectId, cancellationToken) is not { } batch)
        {
            return new AlertWords.Gone();
        }
        var doubtful = (await attempts.TalliesAsync(tenant.Id, [batch.Id], cancellationToken))
            .Where(tally => tally.State == AttemptState.InDoubt).Sum(tally => tally.People);
        var content = say(batch, doubtful);
        var words = content with
        {
            Incident = batch.IncidentNumber,
            Since = alert.RaisedAt,
            Reasons = [.. content.Reasons.Append($"Incident #{Number(batch.IncidentNumber)}: {batch.IncidentTitle}").Select(RecipientMask.Inside)],
            Path = $"/t/{tenant.Slug}/retries/{Number(batch.Number)}",
        };
        return new AlertWords.Found(words, isOver(batch, doubtful) || tenant.IsDemo);
    }

    private static AlertContent Waiting(RetryBatchRow batch)
    {
        var people = batch.Plan.Stages.FirstOrDefault(stage => stage.Number == batch.Stage)?.People ?? batch.People;
        var until = batch.ExpiresAt is { } at
            ? string.Create(CultureInfo.InvariantCulture, $" The request ends by itself on {at.UtcDateTime:yyyy-MM-dd 'at' HH:mm} UTC.")
            : "";
        return Content(
            $"Retry RB-{Number(batch.Number)} waits for approval of step {Number(batch.Stage)} of {Number(batch.Stages)}: {Mails(people)}",
            [$"Asked for by {batch.RequestedBy}"],
            [$"Look at the plan; approve, reject or ask for a change. Nothing is sent before.{until}"],
            people);
    }

    private static AlertContent Halted(RetryBatchRow batch) => Content(
        $"Retry RB-{Number(batch.Number)} was halted in step {Number(batch.Stage)} of {Number(batch.Stages)}",
        batch.EndReason is { Length: > 0 } reason ? [reason] : [],
        ["Read what the recipients' servers answered. Nothing more of it is sent; a new request is needed to go on."],
        batch.People);

    private static AlertContent InDoubt(RetryBatchRow batch, int doubtful) => Content(
        $"Retry RB-{Number(batch.Number)}: {Mails(doubtful)} may or may not have arrived",
        ["The connection was lost after the last dot of the mail. It is never sent again by itself."],
        ["Look into the log of the receiving side or ask the recipient, then mark each as delivered or not delivered."],
        doubtful);

    private static AlertContent Content(string title, IReadOnlyList<string> reasons, IReadOnlyList<string> act, int people) =>
        new() { Title = title, Reasons = reasons, Act = act, People = people, Path = "" };

    private static string Mails(int count) => count == 1 ? "1 mail" : $"{Number(count)} mails";

    private static string Number(long value) => value.ToString(CultureInfo.InvariantCulture);
}
