using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Tenants;
using BounceBoard.Storage.Wordings;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Wordings;

public sealed class UnknownWordingTests : IAsyncLifetime
{
    private static readonly WordingFilter All = new(null, null, WordingSort.Refusals, 100, 0);

    private StoredFacts _facts = null!;

    private UnknownWordingReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Add_SameWordingInBatches_AddsUpAndKeepsTheLatestExample()
    {
        await AddAsync(One, Reply("gone {name}", 5, 1), Reply("gone {name}", 2, 2), Reply("other", 3, 3));
        await AddAsync(One, Reply("gone {name}", 1, 4));

        var rows = await Reader.ListAsync(One, All, default);

        Assert.Equal(["gone {name}", "other"], rows.Select(row => row.Skeleton));
        Assert.Equal((3, T0.AddMinutes(1), T0.AddMinutes(5), 4), (rows[0].Refusals, rows[0].FirstAt, rows[0].LastAt, rows[0].RefusalId));
        Assert.Equal(BounceCategory.OnHold, rows[0].Category);
    }

    [Fact]
    public async Task Add_InOneTenant_IsNotSeenInAnother()
    {
        await AddAsync(One, Reply("gone", 1, 1));
        await AddAsync(Two, Reply("gone", 1, 2));

        var (one, two) = (Assert.Single(await Reader.ListAsync(One, All, default)), Assert.Single(await Reader.ListAsync(Two, All, default)));

        Assert.NotEqual(one.Id, two.Id);
        Assert.Null(await Reader.FindAsync(Two, one.Id, default));
        Assert.Equal((1, 1), (one.Refusals, two.Refusals));
    }

    [Fact]
    public async Task Add_TextThatNoEngineKeeps_IsOneRow()
    {
        await AddAsync(One, Reply("gone \0", 1, 1), Reply("gone \ud800", 2, 2), Reply("gone \ufffd", 3, 3));

        Assert.Equal(3, Assert.Single(await Reader.ListAsync(One, All, default)).Refusals);
    }

    [Fact]
    public async Task Add_MoreThanAreKept_TheRarestLeave()
    {
        await AddAsync(One, Reply("frequent", 0, 1), Reply("frequent", 0, 2));
        await AddAsync(One, [.. Enumerable.Range(0, WordingFilter.MostWordings + 50).Select(i => Reply($"w{i}", 1 + i, 10 + i))]);

        Assert.Equal(WordingFilter.MostWordings, await Reader.CountAsync(One, All, default));
        Assert.Single(await Reader.ListAsync(One, All with { Text = "frequent" }, default));
    }

    [Fact]
    public async Task List_FilterSortAndPage_HoldTogether()
    {
        await AddAsync(One, Reply("a 100% b", 1, 1), Reply("a 100% b", 2, 2), Reply("c_d", 9, 3), Reply("cxd", 4, 4));
        var rows = await Reader.ListAsync(One, All, default);
        await _facts.Database.WriteAsync(
            transaction => new UnknownWordingWriter().SetRulesAsync(One, [(rows[0].Id, 7)], transaction, default), default);

        Assert.Equal(["c_d", "cxd", "a 100% b"], await ListAsync(All with { Sort = WordingSort.LastAt }));
        Assert.Equal(["c_d"], await ListAsync(All with { Text = "C_D" }));
        Assert.Equal(["a 100% b"], await ListAsync(All with { Text = "100%" }));
        Assert.Equal(["a 100% b"], await ListAsync(All with { Ruled = true }));
        Assert.Equal(["cxd"], await ListAsync(All with { Ruled = false, Take = 1, Skip = 1 }));
        Assert.Equal(2, await Reader.CountAsync(One, All with { Ruled = false, Take = 1 }, default));
        Assert.Equal(7, (await Reader.FindAsync(One, rows[0].Id, default))?.RuleId);
    }

    [Theory]
    [InlineData(WordingSort.Refusals, "shared,own,two")]
    [InlineData(WordingSort.Tenants, "shared,own,two")]
    [InlineData(WordingSort.LastAt, "two,shared,own")]
    [InlineData(WordingSort.FirstAt, "two,own,shared")]
    public async Task ListOfTheInstallation_SumsOverTenants_WithoutSampleData(WordingSort sort, string expected)
    {
        var demo = new TenantId(3);
        await _facts.Database.WriteAsync(
            transaction => new TenantWriter().AddAsync(
                new TenantRow { Id = demo, Slug = "demo", Name = "demo", State = TenantState.Active, IsDemo = true, CreatedAt = T0 }, transaction, default),
            default);
        await AddAsync(One, Reply("shared", 1, 1), Reply("own", 2, 2), Reply("own", 3, 3));
        await AddAsync(Two, Reply("shared", 4, 1), Reply("shared", 5, 1), Reply("two", 6, 4));
        await AddAsync(demo, Reply("sample", 9, 1));

        var rows = await new InstallationWordingReader(_facts.Database).ListAsync(null, sort, 10, 0, default);

        Assert.Equal(expected, string.Join(',', rows.Select(row => row.Skeleton)));
        var shared = Assert.Single(rows, row => row.Skeleton == "shared");
        Assert.Equal((2, 3, 0), (shared.Tenants, shared.Refusals, shared.Ruled));
        Assert.Single(await new InstallationWordingReader(_facts.Database).ListAsync("OWN", sort, 10, 0, default));
    }

    private async Task<IEnumerable<string>> ListAsync(WordingFilter filter) => (await Reader.ListAsync(One, filter, default)).Select(row => row.Skeleton);

    private Task AddAsync(TenantId tenant, params UnknownReply[] replies) =>
        _facts.Database.WriteAsync(transaction => new UnknownWordingWriter().AddAsync(tenant, replies, T0, transaction, default), default);

    private static UnknownReply Reply(string skeleton, int minute, long refusal) =>
        new(skeleton, T0.AddMinutes(minute), refusal, 1, 550, string.Create(CultureInfo.InvariantCulture, $"5.7.{refusal % 9}"), "mx.example.net", BounceCategory.OnHold);
}
