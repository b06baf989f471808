using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Health;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Health;

public sealed class WhatIfTests
{
    [Fact]
    public void With_PlannedPolicy_TakesThePlaceOfThePublishedOne()
    {
        var now = Fact.Replacing("_dmarc.example.net", "TXT", "_dmarc.example.net TXT v=DMARC1; p=none; rua=mailto:dmarc@example.net");
        var advice = now.Check("dmarc-policy").Advice;
        Assert.NotNull(advice);
        var planned = Assert.Single(advice.Records);
        Assert.Equal(("_dmarc.example.net", "v=DMARC1; p=quarantine; rua=mailto:dmarc@example.net"), (planned.Name, planned.Value));
        // 9 for the domain, 4 and 4 below it.
        Assert.Equal((83, 100), (HealthRules.Judge(now).Score.Value, WhatIf.With(now, [planned]).Score.Value));
    }

    [Fact]
    public void With_PlannedSpf_KeepsOtherTextsOfTheName()
    {
        var now = Fact.Replacing("example.net", "TXT", "example.net TXT v=spf1 +all", "example.net TXT site-verification=1");
        var then = WhatIf.With(now, [new("example.net", RecordType.Txt, "v=spf1 ip4:192.0.2.0/24 -all")]);
        Assert.Equal("v=spf1 ip4:192.0.2.0/24 -all", then.Spf.Record?.Text);
        Assert.Equal(["site-verification=1", "v=spf1 ip4:192.0.2.0/24 -all"], then.Facts.Dns.Find("example.net", RecordType.Txt)?.Records);
        Assert.Empty(then.Score.Caps);
    }

    [Fact]
    public void With_IncludeThatWasNeverAsked_IsUnknownAndAsksForIt()
    {
        var now = Fact.Good with { Dns = DnsSnapshot.Of([new("example.net", RecordType.Txt, DnsState.Found, "NOERROR", ["v=spf1 ~all"], 300)]) };
        var then = WhatIf.With(now, [new("example.net", RecordType.Txt, "v=spf1 include:new.example.org ~all")]);
        Assert.Contains(new RecordQuestion("new.example.org", RecordType.Txt), HealthRules.Questions(then.Facts));
        Assert.Null(then.Score.Parts.Single(part => part.Id == "spf").Won);
    }
}
