using System.Data.Common;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Verdicts;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Verdicts;

public sealed class VerdictTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;
    private long _incident;

    private VerdictReader Reader => new(_facts.Database);

    public static Finding Finding(Verdict verdict) => new()
    {
        Verdict = verdict,
        Confidence = Confidence.High,
        Cause = Cause.WrongMx,
        SubCause = "stale-dns",
        Relation = EndpointRelation.FormerMx,
        Reasons = [new Reason("endpoint-not-in-mx", true, "192.0.2.7 is no MX of \u017elu\u0165.example.")],
        Missing = ["deliveries"],
        NotBefore = T0.AddHours(4),
    };

    public async ValueTask InitializeAsync()
    {
        _facts = await NewAsync();
        _incident = await _facts.OpenAsync();
    }

    [Fact]
    public async Task Append_EveryField_ComesBackAsItWas()
    {
        var row = Row(1, Verdict.Retry, "f1");
        Assert.True(await AppendAsync(row));
        Assert.Equivalent(row, await Reader.CurrentAsync(One, _incident, default), strict: true);
    }

    [Fact]
    public async Task Append_SameFingerprintAsTheOneInForce_AddsNothingButALaterReturnDoes()
    {
        Assert.True(await AppendAsync(Row(1, Verdict.Retry, "f1")));
        Assert.False(await AppendAsync(Row(2, Verdict.Retry, "f1")));
        Assert.True(await AppendAsync(Row(3, Verdict.Investigate, "f2")));
        Assert.True(await AppendAsync(Row(4, Verdict.Retry, "f1")));
        Assert.Equal([4, 3], (await Reader.HistoryAsync(One, _incident, 2, null, default)).Select(row => row.Id));
        Assert.Equal([1], (await Reader.HistoryAsync(One, _incident, 2, 3, default)).Select(row => row.Id));
        Assert.Equal([4], (await Reader.CurrentOfAsync(One, [_incident], default)).Select(row => row.Id));
    }

    [Theory]
    [InlineData("UPDATE verdict SET verdict = 'Suppress'")]
    [InlineData("DELETE FROM verdict")]
    public async Task Table_ChangedByHand_IsAppendOnly(string statement)
    {
        await AppendAsync(Row(1, Verdict.Retry, "f1"));
        var fault = await Assert.ThrowsAnyAsync<DbException>(() => _facts.RunAsync(statement));
        Assert.Contains("append-only", fault.Message, StringComparison.Ordinal);
        Assert.Equal(Verdict.Retry, (await Reader.CurrentAsync(One, _incident, default))!.Verdict);
    }

    [Fact]
    public async Task Append_ByANodeWhoseClockIsBehind_IsTheNewestAllTheSame()
    {
        await AppendAsync(Row(1000, Verdict.Retry, "f1"));
        Assert.True(await AppendAsync(Row(7, Verdict.Investigate, "f2")));
        Assert.Equal(Verdict.Investigate, (await Reader.CurrentAsync(One, _incident, default))!.Verdict);
        Assert.True(await AppendAsync(Row(1001, Verdict.Suppress, "f3")));
        Assert.Equal([1002L, 1001, 1000], (await Reader.HistoryAsync(One, _incident, 9, null, default)).Select(row => row.Id));
    }

    [Fact]
    public async Task Readers_OtherTenantsId_FindNothing()
    {
        await AppendAsync(Row(1, Verdict.Retry, "f1"));
        Assert.Null(await Reader.CurrentAsync(Two, _incident, default));
        Assert.Empty(await Reader.HistoryAsync(Two, _incident, 9, null, default));
        Assert.Empty(await Reader.CurrentOfAsync(Two, [_incident], default));
        await Assert.ThrowsAnyAsync<DbException>(() => _facts.Database.WriteAsync(
            transaction => new VerdictWriter().AppendIfNewAsync(Two, Row(2, Verdict.Retry, "f2"), transaction, default), default));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<bool> AppendAsync(VerdictRow row) => _facts.Database.WriteAsync(
        transaction => new VerdictWriter().AppendIfNewAsync(One, row, transaction, default), default);

    private VerdictRow Row(long id, Verdict verdict, string fingerprint) => new()
    {
        Id = id,
        IncidentId = _incident,
        DecidedAt = T0,
        Verdict = verdict,
        Confidence = Confidence.High,
        Cause = Cause.WrongMx,
        SubCause = "stale-dns",
        Relation = EndpointRelation.FormerMx,
        Finding = Finding(verdict),
        EvidenceIds = [1, long.MaxValue],
        ObservationIds = [],
        Fingerprint = fingerprint,
    };
}
