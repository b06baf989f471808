using BounceBoard.Operations.Evidence;
using Hangfire;

namespace BounceBoard.Web.Jobs;

/// <summary>Parses evidence that a stop left unread, and items whose earlier try failed.</summary>
[DisableConcurrentExecution(0)]
[AutomaticRetry(Attempts = 0, OnAttemptsExceeded = AttemptsExceededAction.Delete)]
internal sealed class ParseDueJob(EvidenceParsing parsing, Job job)
{
    public Task RunAsync(CancellationToken cancellationToken) => job.RunAsync("parse-due", parsing.ParseDueAsync, cancellationToken);
}
