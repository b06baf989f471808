using BounceBoard.Core.Bounces;
using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.TestKit.Builders;
using Xunit;

namespace BounceBoard.Core.Tests.Verdicts;

/// <summary>Words whose plain reading misleads.</summary>
public sealed class KnowledgeTests
{
    private static readonly DateTimeOffset Later = Refused.At.AddDays(2);

    [Theory]
    [InlineData("550 5.7.64 TenantAttribution; Relay Access Denied", "tenant-attribution")]
    [InlineData("550 5.7.1 Invalid credentials for relay [192.0.2.20]", "requires-auth")]
    [InlineData("550 5.7.1 Relaying denied. Proper authentication required.", "requires-auth")]
    [InlineData("554 You are not allowed to relay through this server without authentication", "requires-auth")]
    [InlineData("550 5.7.1 Relaying denied. IP name lookup failed [192.0.2.20]", "missing-ptr")]
    [InlineData("530 5.7.0 Authentication required", "requires-auth")]
    public void Decide_WordsOfPermission_NeverBlameTheRecipient(string text, string subCause)
    {
        foreach (var relation in (EndpointRelation[])[EndpointRelation.OwnRelay, EndpointRelation.CurrentMx])
        {
            // Even when the code claims a dead mailbox.
            var facts = Refused.From(relation, RefusalFamily.Mailbox) with { ReplyText = text, ReplyCode = int.Parse(text[..3], null), Status = "5.1.1" };

            var found = VerdictRules.Decide(facts, Later);

            Assert.Equal((Verdict.Investigate, Cause.RelayPolicy, subCause), (found.Verdict, found.Cause, found.SubCause));
            Assert.NotEmpty(found.Fix);
        }
    }

    [Fact]
    public void Decide_QmailWordsOfOurSmarthost_ArePermission() =>
        Assert.Equal(Cause.RelayPolicy, Decide(EndpointRelation.OwnRelay, "553 sorry, that domain isn't in my list of allowed rcpthosts (#5.7.1)").Cause);

    [Fact]
    public void Decide_ExchangeOnlineAccessDenied_IsADeadMailbox()
    {
        var found = Decide(EndpointRelation.CurrentMx, "550 5.4.1 Recipient address rejected: Access denied. AS(201806281)", "5.4.1");

        Assert.Equal((Verdict.Suppress, Cause.BadAddress), (found.Verdict, found.Cause));
    }

    [Theory]
    [InlineData("550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup; authentication required", "5.7.133")]
    [InlineData("550 5.7.124 Sender not in allowed-senders list", "5.7.124")]
    [InlineData("554 5.7.1 Your address is listed as an open relay", "5.7.1")]
    public void Decide_LooksLikeRelayAndIsNot_OtherPolicy(string text, string status) =>
        Assert.Equal(Cause.OtherPolicy, Decide(EndpointRelation.CurrentMx, text, status).Cause);

    [Fact]
    public void Decide_UnknownInRelayRecipientTable_IsADeadMailboxAtTheMx()
    {
        const string Text = "550 5.1.1 <u@example.net>: Recipient address rejected: User unknown in relay recipient table";

        Assert.Equal((Verdict.Suppress, Cause.BadAddress), Pair(Decide(EndpointRelation.CurrentMx, Text, "5.1.1")));
        // Our own relay's table is ours to mend.
        Assert.Equal((Verdict.Investigate, Cause.RelayPolicy), Pair(Decide(EndpointRelation.OwnRelay, Text, "5.1.1")));
    }

    [Fact]
    public void Decide_RelayLimit_WaitsAndRetries() =>
        Assert.Equal((Verdict.Retry, Cause.OtherPolicy), Pair(Decide(EndpointRelation.CurrentMx, "550 5.7.1 Daily relay limit exceeded", "5.7.1")));

    [Fact]
    public void Decide_ReceiverWithAKnownCache_NotBeforeItRunsOut()
    {
        var seen = Mx.Seen("r1", 0, "example.net", "d1.ess.barracudanetworks.com 198.51.100.7");
        var comparison = Refused.By(EndpointRelation.CurrentMx) with { Resolvers = [new ResolverFinding("r1", EndpointRelation.CurrentMx, "", seen)] };
        var facts = Refused.From(EndpointRelation.CurrentMx) with { Comparison = comparison, PeopleInIncident = 9, SpikeStoppedAt = Refused.At };

        Assert.Equal(Refused.At.AddMinutes(90), VerdictRules.Decide(facts, Later).NotBefore);
    }

    [Fact]
    public void Decide_GatewayAnswered_SaysTwoHops()
    {
        var facts = Refused.From(EndpointRelation.CurrentMx) with { Endpoint = new RemoteEndpoint("eu-smtp-inbound-1.mimecast.com", null) };

        Assert.Contains(VerdictRules.Decide(facts, Later).Reasons, reason => reason.Rule == "gateway-answered" && reason.Text.Contains("Mimecast", StringComparison.Ordinal));
    }

    private static Finding Decide(EndpointRelation relation, string text, string status = "5.7.1") =>
        VerdictRules.Decide(Refused.From(relation) with { ReplyText = text, Status = status }, Later);

    private static (Verdict Verdict, Cause Cause) Pair(Finding found) => (found.Verdict, found.Cause);
}
