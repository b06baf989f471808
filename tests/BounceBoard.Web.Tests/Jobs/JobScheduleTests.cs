using BounceBoard.Web.Tests.Hosting;
using Hangfire;
using Hangfire.Storage;
using Xunit;

namespace BounceBoard.Web.Tests.Jobs;

public sealed class JobScheduleTests
{
    [Fact]
    public void Start_TheHost_RegistersEachRecurringJobOnce()
    {
        using var host = new WebHost();
        using var client = host.Stranger();
        using var connection = host.Get<JobStorage>().GetConnection();

        var jobs = connection.GetRecurringJobs();

        Assert.Equal(["decide-due", "dismissals", "examine-domains", "parse-due", "refresh-mx", "retention", "retries", "route-check", "send-alerts", "watch-sources"], jobs.Select(job => job.Id).Order(StringComparer.Ordinal));
        // Their types can be found again by the names that the queue keeps.
        Assert.All(jobs, job => Assert.Null(job.LoadException));
    }
}
