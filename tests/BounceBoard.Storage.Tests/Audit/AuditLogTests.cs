using System.Data.Common;
using BounceBoard.Core.Audit;
using BounceBoard.Core.Tenants;
using BounceBoard.Storage.Audit;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.Audit;

public sealed class AuditLogTests : IDisposable
{
    private static readonly DateTimeOffset T0 = new DateTimeOffset(2026, 5, 16, 7, 0, 0, TimeSpan.Zero).AddTicks(5);
    private readonly TempDatabase _temp = new();

    [Fact]
    public async Task AppendAsync_TwoTenants_EachChainCountsAndHoldsByItself()
    {
        foreach (var tenant in (long[])[1, 2, 1, 1])
        {
            await AppendAsync(tenant, "user.add");
        }
        var reader = new AuditReader(_temp.Database);
        var rows = await reader.StreamAsync(new TenantId(1), default).ToListAsync();
        Assert.Equal([1L, 2, 3], rows.Select(row => row.Seq));
        Assert.Null(AuditChain.Verify(rows.Select(row => row.ToLink())));
        Assert.Single(await reader.ListAsync(new TenantId(2), AuditFilter.All, 10, null, default));
        Assert.Equal([new TenantId(1), new TenantId(2)], await reader.ListChainsAsync(default));
    }

    [Fact]
    public async Task ListAsync_Filtered_NewestFirstAndPaged()
    {
        await AppendAsync(1, "user.add");
        await AppendAsync(1, "userlike");
        await AppendAsync(1, "user.remove");
        var reader = new AuditReader(_temp.Database);
        var users = await reader.ListAsync(new TenantId(1), new AuditFilter { Action = "user" }, 10, null, default);
        Assert.Equal(["user.remove", "user.add"], users.Select(row => row.Action));
        Assert.Equal([2L], (await reader.ListAsync(new TenantId(1), AuditFilter.All, 1, 3, default)).Select(row => row.Seq));
        Assert.Empty(await reader.ListAsync(new TenantId(1), new AuditFilter { Text = "nowhere" }, 10, null, default));
        Assert.Empty(await reader.ListAsync(new TenantId(1), new AuditFilter { Until = T0.AddDays(-1) }, 10, null, default));
    }

    [Theory]
    [InlineData("UPDATE audit SET detail = 'x'")]
    [InlineData("DELETE FROM audit")]
    public async Task Audit_UpdateOrDelete_IsRefusedByTheDatabase(string sql)
    {
        await AppendAsync(1, "user.add");
        var refused = await Assert.ThrowsAnyAsync<DbException>(() => _temp.Database.RunAsync(sql));
        Assert.Contains("append-only", refused.Message, StringComparison.Ordinal);
    }

    public void Dispose() => _temp.Dispose();

    private Task AppendAsync(long tenant, string action) => _temp.Database.WriteAsync(
        transaction => new AuditWriter().AppendAsync(
            new TenantId(tenant), new AuditEntry(T0, "someone", "web", action, "user a", "detail"), transaction, default),
        default);
}
