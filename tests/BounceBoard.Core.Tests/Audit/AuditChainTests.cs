using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;
using Xunit;

namespace BounceBoard.Core.Tests.Audit;

public sealed class AuditChainTests
{
    private static readonly TenantId Acme = new(7);
    private static readonly DateTimeOffset At = new(2026, 5, 16, 7, 2, 0, TimeSpan.Zero);

    [Fact]
    public void Verify_UntouchedChain_HasNoFault() => Assert.Null(AuditChain.Verify(Chain(5)));

    [Fact]
    public void Verify_Empty_HasNoFault() => Assert.Null(AuditChain.Verify([]));

    public static TheoryData<string, Func<AuditEntry, AuditEntry>> Changes => new()
    {
        { "at", entry => entry with { At = entry.At.AddMilliseconds(1) } },
        { "actor", entry => entry with { Actor = "somebody else" } },
        { "via", entry => entry with { Via = "api" } },
        { "action", entry => entry with { Action = "domain.removed" } },
        { "object", entry => entry with { Object = "" } },
        { "detail", entry => entry with { Detail = entry.Detail + " " } },
        { "moved between fields", entry => entry with { Action = entry.Action[..^1], Object = entry.Action[^1] + entry.Object } },
    };

    [Theory]
    [MemberData(nameof(Changes))]
    public void Verify_ChangedField_NamesTheRow(string field, Func<AuditEntry, AuditEntry> change)
    {
        var rows = Chain(5);
        rows[2] = rows[2] with { Entry = change(rows[2].Entry) };

        var fault = AuditChain.Verify(rows);

        Assert.True(fault is { Seq: 3 }, field);
    }

    [Fact]
    public void Verify_ChangedAndHashedAgain_NamesTheRowAfter()
    {
        var rows = Chain(5);
        var changed = rows[2].Entry with { Actor = "somebody else" };
        rows[2] = rows[2] with { Entry = changed, Hash = AuditChain.Hash(Acme, 3, changed, rows[2].PreviousHash) };

        Assert.Equal(4, AuditChain.Verify(rows)?.Seq);
    }

    [Fact]
    public void Verify_RemovedRow_NamesTheGap()
    {
        var rows = Chain(5);
        rows.RemoveAt(2);

        Assert.Equal("Row 3 is missing or out of order; row 4 stands in its place.", AuditChain.Verify(rows)?.What);
    }

    [Fact]
    public void Verify_FirstRowRemoved_IsAFault() => Assert.NotNull(AuditChain.Verify(Chain(5).Skip(1)));

    [Fact]
    public void Verify_RowOfAnotherTenant_IsAFault()
    {
        var rows = Chain(3);
        rows[1] = rows[1] with { Tenant = new TenantId(8) };

        Assert.Equal(2, AuditChain.Verify(rows)?.Seq);
    }

    [Fact]
    public void Hash_FinerThanMilliseconds_DoesNotMatter()
    {
        var entry = Entry(1);

        Assert.Equal(AuditChain.Hash(Acme, 1, entry, ""), AuditChain.Hash(Acme, 1, entry with { At = entry.At.AddTicks(7) }, ""));
    }

    private static AuditEntry Entry(long seq) => new(At.AddSeconds(seq), "owner@acme.test", "web", "domain.added", $"domain d{seq}.example", "selectors: s1");

    private static List<AuditLink> Chain(int count)
    {
        var rows = new List<AuditLink>();
        for (var seq = 1; seq <= count; seq++)
        {
            var previous = rows.Count == 0 ? "" : rows[^1].Hash;
            rows.Add(new AuditLink(Acme, seq, Entry(seq), previous, AuditChain.Hash(Acme, seq, Entry(seq), previous)));
        }
        return rows;
    }
}
