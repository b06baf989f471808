using BounceBoard.Core.Addresses;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Tenants;
using BounceBoard.TestKit.Dns;
using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Operations.Tests.MxObservations;

public sealed class DomainRecordsTests : IDisposable
{
    private static readonly DomainName Domain = DomainName.Parse("acme.test");
    private readonly RefreshHouse _house = new(
        "acme.test. 300 IN MX 10 mx.acme.test.", "mx.acme.test. 300 IN A 192.0.2.25",
        "acme.test. 300 IN TXT v=spf1 ip4:192.0.2.0/24 -all", "acme.test. 300 IN TXT v=spf10 is something else", "acme.test. 300 IN TXT site=1",
        "_dmarc.acme.test. 300 IN TXT v=DMARC1; p=none", "s1._domainkey.acme.test. 300 IN TXT v=DKIM1; p=MIGf");

    [Fact]
    public async Task FindAsync_AfterTheFirstLook_GivesEveryRecordOfTheDomain()
    {
        await SendingDomainAsync();
        await _house.Refresh.RefreshDueAsync(default);
        var dns = await _house.DomainRecords.FindAsync(new TenantId(1), Domain, default);
        Assert.NotNull(dns);
        Assert.Equal("mx.acme.test", Assert.Single(dns.Mx).Answer.Hosts[0].Name.Value);
        Assert.Equal("v=spf1 ip4:192.0.2.0/24 -all", Assert.Single(dns.Spf.Texts));
        Assert.Equal(("_dmarc.acme.test", "v=DMARC1; p=none"), (dns.Dmarc.Name, Assert.Single(dns.Dmarc.Texts)));
        Assert.Equal([("s1", DnsState.Found), ("s2", DnsState.Absent)], dns.Dkim.Select(record => (record.Selector ?? "", record.State)));
        Assert.Equal(_house.Time.GetUtcNow(), dns.LastAt);
        Assert.True(dns.NextAt >= _house.Time.GetUtcNow().AddMinutes(5));
    }

    [Fact]
    public async Task FindAsync_DnsFails_IsUnknownNotAbsent()
    {
        await SendingDomainAsync();
        _house.Server.Fail("_dmarc.acme.test", DnsFault.ServFail);
        await _house.Refresh.RefreshDueAsync(default);
        var dns = await _house.DomainRecords.FindAsync(new TenantId(1), Domain, default);
        Assert.Equal(DnsState.Unknown, dns?.Dmarc.State);
        Assert.Equal(DnsState.Found, dns?.Spf.State);
    }

    [Fact]
    public async Task FindAsync_OtherTenant_FindsNothing()
    {
        await SendingDomainAsync();
        await _house.Temp.Database.AddTenantAsync(2);
        await _house.Refresh.RefreshDueAsync(default);
        Assert.Null(await _house.DomainRecords.FindAsync(new TenantId(2), Domain, default));
    }

    public void Dispose() => _house.Dispose();

    private async Task SendingDomainAsync()
    {
        await _house.Temp.Database.AddTenantAsync(1);
        await _house.Temp.Database.AddSendingDomainAsync(1, "acme.test", """["s1","s2"]""");
    }
}
