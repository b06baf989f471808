using Hangfire;
using Hangfire.Common;
using Hangfire.States;

namespace BounceBoard.Web.Tests.Jobs;

/// <summary>A job client that only remembers what was queued.</summary>
internal sealed class QueuedJobs : IBackgroundJobClient
{
    public List<Job> All { get; } = [];

    public string Create(Job job, IState state)
    {
        All.Add(job);
        return "1";
    }

    public bool ChangeState(string jobId, IState state, string expectedState) => false;
}
