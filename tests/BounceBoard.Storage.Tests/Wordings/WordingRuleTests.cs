using BounceBoard.Core.Bounces;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Wordings;
using Xunit;
using static BounceBoard.Storage.Tests.StoredFacts;

namespace BounceBoard.Storage.Tests.Wordings;

public sealed class WordingRuleTests : IAsyncLifetime
{
    private StoredFacts _facts = null!;

    private WordingRuleReader Reader => new(_facts.Database);

    public async ValueTask InitializeAsync() => _facts = await NewAsync();

    public ValueTask DisposeAsync()
    {
        _facts.Dispose();
        return ValueTask.CompletedTask;
    }

    [Fact]
    public async Task Save_NewThenChanged_KeepsWhoMadeItAndStaysInItsTenant()
    {
        await SaveAsync(Rule);
        await SaveAsync(Rule with { Pattern = "the lodger left", Status = null, DisabledAt = T0.AddHours(1), CreatedBy = "somebody else", ChangedAt = T0.AddHours(1) });

        var row = Assert.Single(await Reader.ListAsync(One, default));

        Assert.Equal(Rule with { Pattern = "the lodger left", Status = null, DisabledAt = T0.AddHours(1), ChangedAt = T0.AddHours(1) }, row);
        Assert.Empty(await Reader.ListAsync(Two, default));
        Assert.Null(await Reader.FindAsync(Two, Rule.Id, default));
    }

    [Fact]
    public async Task Remove_OfAnotherTenant_RemovesNothing()
    {
        await SaveAsync(Rule);

        Assert.False(await _facts.Database.WriteAsync(transaction => new WordingRuleWriter().RemoveAsync(Two, Rule.Id, transaction, default), default));
        Assert.True(await _facts.Database.WriteAsync(transaction => new WordingRuleWriter().RemoveAsync(One, Rule.Id, transaction, default), default));
        Assert.Empty(await Reader.ListAsync(One, default));
    }

    [Fact]
    public async Task Apply_Rejudgement_ChangesCategoryFamilyAndMarkOnly()
    {
        var incident = await _facts.OpenAsync();
        await _facts.RefuseAsync(Refusal(1, incident), Refusal(2, incident));
        var before = await new RefusalReader(_facts.Database).FindAsync(One, 1, default);
        var given = new Rejudgement(1, BounceCategory.MailboxMoved, 7, BounceCategory.RelayDenied);

        await ApplyAsync(given, new Rejudgement(99, BounceCategory.Blocked, 7, null));
        var ruled = await new RefusalReader(_facts.Database).FindAsync(One, 1, default);
        var counts = await Reader.CountRefusalsAsync(One, default);
        await ApplyAsync(given with { Category = BounceCategory.RelayDenied, RuleId = null, Told = null });

        Assert.Equal(
            before! with { Category = BounceCategory.MailboxMoved, Family = RefusalFamily.Mailbox, RuleId = 7, ToldCategory = BounceCategory.RelayDenied }, ruled);
        Assert.Equal(1, Assert.Single(counts, pair => pair.Key == 7).Value);
        Assert.Null((await new RefusalReader(_facts.Database).FindAsync(One, 1, default))?.RuleId);
        Assert.Empty(await Reader.CountRefusalsAsync(Two, default));
    }

    [Fact]
    public async Task ListReplies_InParts_EveryOneOnceTheNewestFirst()
    {
        var incident = await _facts.OpenAsync();
        await _facts.RefuseAsync([.. Enumerable.Range(1, 5).Select(id => Refusal(id, incident))]);
        var replies = new StoredReplyReader(_facts.Database);

        var first = await replies.ListAsync(One, 3, null, default);
        var rest = await replies.ListAsync(One, 3, first[^1].Id, default);

        Assert.Equal([5L, 4, 3, 2, 1], first.Concat(rest).Select(row => row.Id));
        Assert.Empty(await replies.ListAsync(Two, 3, null, default));
        Assert.Equal([2L, 4], (await replies.FindAsync(One, [4, 2, 99], default)).Keys.Order());
        Assert.Empty(await replies.FindAsync(Two, [4, 2], default));
    }

    private static WordingRuleRow Rule { get; } = new()
    {
        Id = 7,
        Pattern = "the lodger moved out",
        ReplyCode = 550,
        Status = "5.7.1",
        Domain = "example.net",
        Category = BounceCategory.MailboxMoved,
        Note = "says so on its page",
        CreatedAt = T0,
        CreatedBy = "ann",
        ChangedAt = T0,
    };

    private Task SaveAsync(WordingRuleRow rule) =>
        _facts.Database.WriteAsync(transaction => new WordingRuleWriter().SaveAsync(One, rule, transaction, default), default);

    private Task ApplyAsync(params Rejudgement[] changes) =>
        _facts.Database.WriteAsync(transaction => new RejudgementWriter().ApplyAsync(One, changes, transaction, default), default);
}
