using System.Globalization;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Tenants;
using BounceBoard.Operations.Evidence;
using BounceBoard.Operations.Tests.Evidence;
using BounceBoard.Operations.Users;
using BounceBoard.Operations.Wordings;
using BounceBoard.Storage.Bounces;
using BounceBoard.Storage.Wordings;
using BounceBoard.TestKit.Evidence;

namespace BounceBoard.Operations.Tests.Wordings;

/// <summary>The house with two tenants to whom a server says what no row knows.</summary>
internal sealed class WordingHouse(IntakeHouse house) : IAsyncDisposable
{
    public const string Said = "550 5.7.1 The lodger of flat 9 moved out";

    public static RuleDraft Moved { get; } = new("the lodger of * moved out", "", "", "", BounceCategory.MailboxMoved, "they say so");

    public IntakeHouse House => house;

    public TenantId One => house.Tenant;

    public (TenantId Tenant, long Source) Other { get; private set; }

    public RuleAdministration Rules => house.Get<RuleAdministration>();

    public RuleApplication Application => house.Get<RuleApplication>();

    public static async Task<WordingHouse> OpenAsync()
    {
        var opened = new WordingHouse(await IntakeHouse.OpenAsync());
        opened.Other = await opened.House.AddTenantAsync("other");
        return opened;
    }

    public Task<IntakeResult> RefuseAsync(int number, string reply = Said, bool other = false) =>
        house.Intake.ReceiveAsync(
            other ? Other.Tenant : house.Tenant, other ? Other.Source : house.Source, "mail.eml",
            new MemoryStream(new SampleDsn
            {
                Recipient = string.Create(CultureInfo.InvariantCulture, $"user{number}@example.test"),
                MessageId = string.Create(CultureInfo.InvariantCulture, $"m{number}@sender.test"),
                Reply = reply,
            }.ToBytes()),
            true, Actor.System, null, default);

    public async Task<WordingRuleRow> SaveAsync(RuleDraft draft, long? id = null) =>
        (await Rules.SaveAsync(Actor.System, One, id, draft, default)) is var result && result.TryGet(out var row)
            ? row
            : throw new InvalidOperationException(result.Problem);

    public Task<IReadOnlyList<UnknownWordingRow>> UnknownAsync(bool? ruled = null, TenantId? tenant = null) =>
        house.Get<UnknownWordingReader>().ListAsync(tenant ?? One, new WordingFilter(null, ruled, WordingSort.Refusals, 50, 0), default);

    public async Task<IReadOnlyList<RefusalRow>> RefusalsAsync(TenantId? tenant = null)
    {
        var ids = await house.Get<StoredReplyReader>().ListAsync(tenant ?? One, 100, null, default);
        var rows = new List<RefusalRow>();
        foreach (var id in ids)
        {
            rows.Add(await house.Refusals.FindAsync(tenant ?? One, id.Id, default) ?? throw new InvalidOperationException("It has gone."));
        }
        return rows;
    }

    public ValueTask DisposeAsync() => house.DisposeAsync();
}
