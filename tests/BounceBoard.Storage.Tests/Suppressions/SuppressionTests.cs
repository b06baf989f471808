using System.Data.Common;
using BounceBoard.Core.Suppressions;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Suppressions;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Suppressions;

public sealed class SuppressionTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private SuppressionReader Reader => new(_facts.Database);

    private static SuppressionWriter Writer { get; } = new();

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    [Fact]
    public async Task Save_EveryField_ComesBackAsItWas()
    {
        var incident = await _facts.OpenAsync();
        var row = Row("user@example.net") with
        {
            Address = "User@Example.NET",
            State = SuppressionState.Released,
            Reason = SuppressionReason.BadAddress,
            Source = SuppressionSource.Rules,
            ReviewAt = T0.AddDays(90),
            ReviewedAt = T0.AddDays(1),
            Note = "\u00fcber \u2014 'note'",
            IncidentId = incident,
            VerdictId = long.MaxValue,
            Rules = ["mailbox-does-not-exist"],
            RefusalIds = ["9007199254740993"],
            WindowId = incident,
            ReleasedAt = T0.AddHours(2),
            ReleasedBy = "operator@example.net",
            ReleaseNote = "it lives",
        };
        await SaveAsync(One, row);

        var stored = await Reader.FindAsync(One, row.RecipientKey, default);

        Assert.Equivalent(row with { Id = stored!.Id, IncidentNumber = 1 }, stored, strict: true);
        Assert.Equal(1, (await Reader.AnswerAsync(One, row.RecipientKey, default))?.Incident);
    }

    [Fact]
    public async Task Save_AgainByANodeWhoseClockIsBehind_IsTheLatestChangeAllTheSame()
    {
        await SaveAsync(One, Row("a@example.net"), Row("b@example.net"));
        var before = await Reader.LatestAsync(One, default);

        await _facts.Database.WriteAsync(
            transaction => Writer.SaveAsync(One, [Row("a@example.net") with { State = SuppressionState.Released }], T0.AddDays(-1), transaction, default), default);

        Assert.Equal(["a@example.net"], (await Reader.ChangesAsync(One, false, before, null, 9, default)).Select(row => row.Address));
        Assert.Equal(["b@example.net"], (await Reader.ChangesAsync(One, true, 0, null, 9, default)).Select(row => row.Address));
        Assert.Equal(["b@example.net"], (await Reader.ChangesAsync(One, false, 0, before, 9, default)).Select(row => row.Address));
    }

    [Fact]
    public async Task List_Filters_FindTheirRowsPageByPage()
    {
        await SaveAsync(One, Row("a@example.net"), Row("b@example.net") with { Reason = SuppressionReason.Complaint, Source = SuppressionSource.Feedback });
        await SaveAsync(One, Row("100%_c@example.org") with { State = SuppressionState.Suggested }, Row("d@example.org") with { ReviewAt = T0 });

        var first = await Reader.ListAsync(One, SuppressionFilter.All, 3, null, default);
        Assert.Equal(["d@example.org", "100%_c@example.org", "b@example.net"], first.Select(row => row.Address));
        Assert.Equal(["a@example.net"], (await Reader.ListAsync(One, SuppressionFilter.All, 3, first[^1].Id, default)).Select(row => row.Address));
        Assert.Equal(["b@example.net"], await FoundAsync(new SuppressionFilter { Reason = SuppressionReason.Complaint, Source = SuppressionSource.Feedback }));
        Assert.Equal(["100%_c@example.org"], await FoundAsync(new SuppressionFilter { State = SuppressionState.Suggested, Text = "%_C" }));
        Assert.Equal(["d@example.org"], await FoundAsync(new SuppressionFilter { DueBy = T0 }));
        Assert.Equal(3, (await Reader.CountsAsync(One, default))[SuppressionState.Held]);
        Assert.Equal(4, await Reader.CountAsync(One, SuppressionFilter.All, default));
    }

    [Fact]
    public async Task MarkWindow_AddedInsideIt_OnlyWhatMayBeReleasedAndWasNotLookedAt()
    {
        var incident = await _facts.OpenAsync();
        await _facts.CountAsync(incident, "x@example.net", T0);
        await SaveAsync(
            One,
            Row("inside@example.net"),
            Row("suggested@example.net") with { State = SuppressionState.Suggested },
            Row("before@example.net") with { Since = T0.AddHours(-1) },
            Row("elsewhere@example.org") with { Domain = "example.org" },
            Row("complained@example.net") with { Reason = SuppressionReason.Complaint },
            Row("released@example.net") with { State = SuppressionState.Released },
            Row("seen@example.net") with { ReviewedAt = T0.AddHours(1) });
        await SaveAsync(Two, Row("foreign@example.net"));

        Assert.Equal(2, await MarkAsync(incident));
        Assert.Equal(0, await MarkAsync(incident));

        Assert.Equal(["suggested@example.net", "inside@example.net"], await FoundAsync(new SuppressionFilter { WindowId = incident }));
        var window = Assert.Single(await Reader.WindowsAsync(One, default));
        Assert.Equal((incident, 1, 1), (window.IncidentId, window.Number, window.Entries));
        Assert.Empty(await Reader.WindowsAsync(Two, default));
        var listed = await _facts.Database.WriteAsync(transaction => Writer.ListWindowAsync(One, incident, 9, transaction, default), default);
        Assert.Equal(["inside@example.net"], listed.Select(row => row.Address));
    }

    [Fact]
    public async Task Readers_OtherTenant_FindNothing()
    {
        var incident = await _facts.OpenAsync();
        await SaveAsync(One, Row("a@example.net") with { IncidentId = incident });

        Assert.Null(await Reader.AnswerAsync(Two, "a@example.net", default));
        Assert.Null(await Reader.FindAsync(Two, "a@example.net", default));
        Assert.Empty(await Reader.ListAsync(Two, SuppressionFilter.All, 9, null, default));
        Assert.Empty(await Reader.ChangesAsync(Two, false, 0, null, 9, default));
        // Not even the incident of another tenant can be named.
        await Assert.ThrowsAnyAsync<DbException>(() => SaveAsync(Two, Row("b@example.net") with { IncidentId = incident }));
    }

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    private async Task<IEnumerable<string>> FoundAsync(SuppressionFilter filter) =>
        (await Reader.ListAsync(One, filter, 9, null, default)).Select(row => row.Address);

    private Task<int> MarkAsync(long incident) =>
        _facts.Database.WriteAsync(transaction => Writer.MarkWindowAsync(One, incident, T0, transaction, default), default);

    private Task SaveAsync(TenantId tenant, params SuppressionRow[] rows) =>
        _facts.Database.WriteAsync(transaction => Writer.SaveAsync(tenant, rows, T0, transaction, default), default);

    private static SuppressionRow Row(string address) => new()
    {
        RecipientKey = address,
        Id = 0,
        Address = address,
        Domain = address[(address.IndexOf('@') + 1)..],
        State = SuppressionState.Held,
        Reason = SuppressionReason.Manual,
        Source = SuppressionSource.Person,
        Since = T0,
        AddedBy = "operator@example.net",
    };
}
