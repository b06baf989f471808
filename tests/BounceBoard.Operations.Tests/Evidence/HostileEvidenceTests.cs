using System.Text;
using BounceBoard.TestKit.Evidence;
using Xunit;

namespace BounceBoard.Operations.Tests.Evidence;

/// <summary>Characters that a database may not hold: whoever sends them gets one strange row and holds up nobody.</summary>
public sealed class HostileEvidenceTests
{
    [Fact]
    public async Task Receive_NulInTheReply_IsStoredParsedAndFoldsWhenItComesAgain()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var mail = new SampleDsn { Reply = "550 5.7.1 Relaying\0 denied" };
        await ReceiveAndParseAsync(house, mail.ToBytes());
        await ReceiveAndParseAsync(house, [.. mail.ToBytes(), .. "\r\n"u8]);
        var counts = await house.Evidence.CountsAsync(house.Tenant, default);
        Assert.Equal((2, 0, 0), (counts.Stored, counts.Quarantined, counts.Waiting));
        Assert.Contains("denied", Assert.Single(await house.RefusalsAsync()).ReplyText!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Receive_NulInAddressAndNames_HoldsUpNobody()
    {
        await using var house = await IntakeHouse.OpenAsync();
        var mail = new SampleDsn { Recipient = "us\0er@example.test", MessageId = "m\01@sender.test", RemoteMta = "mx1\0.example.test" };
        await ReceiveAndParseAsync(house, mail.ToBytes());
        await ReceiveAndParseAsync(house, new SampleDsn().ToBytes());
        var counts = await house.Evidence.CountsAsync(house.Tenant, default);
        Assert.Equal((2, 0, 0), (counts.Stored, counts.Quarantined, counts.Waiting));
        Assert.Contains(await house.RefusalsAsync(), row => row.Recipient == "user@example.test");
    }

    [Theory]
    [InlineData("half \uD800 pair\0.eml")]
    [InlineData("\uDC00")]
    public async Task Receive_HostileFileName_IsStored(string name)
    {
        await using var house = await IntakeHouse.OpenAsync();
        Assert.Equal(1, (await house.ReceiveAsync(new SampleDsn().ToBytes(), name: name)).Stored);
        await house.Parsing.ParseDueAsync(default);
        Assert.Single(await house.RefusalsAsync());
    }

    [Fact]
    public async Task Receive_EncodedHalfPair_IsStored()
    {
        await using var house = await IntakeHouse.OpenAsync();
        // UTF-16 and UTF-7 encoded words can spell half of a surrogate pair.
        var mail = new SampleDsn().ToString().Replace("Subject: hello", "Subject: =?utf-16be?B?2AAAAA==?= =?utf-7?Q?+2AA-?=", StringComparison.Ordinal);
        await ReceiveAndParseAsync(house, Encoding.ASCII.GetBytes(mail.ReplaceLineEndings("\r\n")));
        Assert.Single(await house.RefusalsAsync());
    }

    private static async Task ReceiveAndParseAsync(IntakeHouse house, byte[] mail)
    {
        Assert.Equal(1, (await house.ReceiveAsync(mail)).Stored);
        await house.Parsing.ParseDueAsync(default);
    }
}
