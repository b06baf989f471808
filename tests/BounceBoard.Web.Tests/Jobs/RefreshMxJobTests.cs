using BounceBoard.Core.Verdicts;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Operations.MxObservations;
using BounceBoard.Operations.Tenants;
using BounceBoard.Operations.Verdicts;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Incidents;
using BounceBoard.Web.Jobs;
using Microsoft.Extensions.Logging.Abstractions;
using Xunit;

namespace BounceBoard.Web.Tests.Jobs;

public sealed class RefreshMxJobTests : IAsyncDisposable
{
    private const string Refused =
        "2026-05-16T08:00:00+00:00 out1 postfix/smtp[1]: 5A000001: to=<jane@example.net>, relay=mx.elsewhere.test[198.51.100.9]:25, delay=1, "
        + "delays=0/0/1/0, dsn=5.7.1, status=bounced (host mx.elsewhere.test[198.51.100.9] said: 550 5.7.1 Relaying denied (in reply to RCPT TO command))\n";

    private readonly PageHouse _house = new();

    [Fact]
    public async Task Run_ZoneNamesTheRefusingServerNow_MovesTheVerdictWithoutANewBounce()
    {
        var tenant = await _house.TenantAsync("acme");
        await _house.UploadAsync(tenant, "mail.log", Refused);
        Assert.Equal((Verdict.Investigate, Cause.WrongMx), await VerdictAsync(tenant));

        await RunAfterAsync(TimeSpan.FromHours(7));
        Assert.Equal((Verdict.Investigate, Cause.WrongMx), await VerdictAsync(tenant));

        _house.Dns.Replace("example.net. 300 IN MX 10 mx.elsewhere.test.", "mx.elsewhere.test. 300 IN A 198.51.100.9");
        await RunAfterAsync(TimeSpan.FromHours(7));
        Assert.Equal((Verdict.Retry, Cause.WrongMx), await VerdictAsync(tenant));
    }

    public ValueTask DisposeAsync() => _house.DisposeAsync();

    private async Task RunAfterAsync(TimeSpan time)
    {
        _house.Time.Advance(time);
        var job = new RefreshMxJob(_house.Get<MxRefresh>(), _house.Get<VerdictDesk>(), _house.Get<ExamDesk>(), new Job(_house.Get<Outage>(), NullLogger<Job>.Instance));
        await job.RunAsync(default);
    }

    private async Task<(Verdict?, Cause?)> VerdictAsync(TenantContext tenant)
    {
        var incident = await _house.Get<IncidentReader>().FindByNumberAsync(tenant.Tenant.Id, 1, default);
        return (incident?.Verdict, incident?.Cause);
    }
}
