using BounceBoard.Core.Suppressions;
using BounceBoard.TestKit.Dns;
using Xunit;
using static BounceBoard.Operations.Tests.Suppressions.SuppressionFilingTests;

namespace BounceBoard.Operations.Tests.Suppressions;

/// <summary>Nobody is suppressed while any guard holds.</summary>
public sealed class SuppressionGuardTests
{
    public static TheoryData<Against, Against> Pairs
    {
        get
        {
            var pairs = new TheoryData<Against, Against>();
            foreach (var one in Enum.GetValues<Against>())
            {
                foreach (var other in Enum.GetValues<Against>().Where(other => other >= one))
                {
                    pairs.Add(one, other);
                }
            }
            return pairs;
        }
    }

    // The property over whole runs: whatever else is true, one guard is enough.
    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Decide_WhileAnythingSpeaksAgainstIt_NobodyIsAdded(Against one, Against other)
    {
        await using var house = await OpenAsync(SuppressionMode.Automatic);
        Against[] all = [one, other];
        var dsn = DeadMailbox with
        {
            Status = all.Contains(Against.RelayWords) ? "5.7.1" : DeadMailbox.Status,
            Reply = all.Contains(Against.RelayWords) ? "550 5.7.1 Relaying denied" : DeadMailbox.Reply,
            Action = all.Contains(Against.Delayed) ? "delayed" : "failed",
            RemoteMta = all.Contains(Against.ForeignServer) ? "old.example.org" : DeadMailbox.RemoteMta,
            RemoteIp = all.Contains(Against.ForeignServer) ? "192.0.2.99" : DeadMailbox.RemoteIp,
        };
        if (all.Contains(Against.DnsUnknown))
        {
            house.Dns.Fail("example.test", DnsFault.ServFail);
        }
        await house.ReceiveAsync(dsn.ToBytes(), verified: !all.Contains(Against.Unverified));
        for (var i = 0; all.Contains(Against.ManyPeople) && i < 6; i++)
        {
            await house.ReceiveAsync((dsn with { Recipient = $"p{i}@example.test", MessageId = $"p{i}@sender.test" }).ToBytes());
        }

        await LaterAsync(house, all.Contains(Against.GracePeriod) ? 0.5 : 3);

        Assert.Empty(await ListAsync(house));
    }

    /// <summary>What keeps an address from being suppressed.</summary>
    public enum Against { Unverified, DnsUnknown, ManyPeople, GracePeriod, RelayWords, Delayed, ForeignServer }
}
