using System.Net;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Routes;
using BounceBoard.Operations.Bounces;
using BounceBoard.Storage.Domains;
using Xunit;

namespace BounceBoard.Operations.Tests.Bounces;

public sealed class SenderSightingsTests
{
    private static readonly DateTimeOffset At = FilingHouse.T0;
    private static readonly IPAddress Own = IPAddress.Parse("192.0.2.9");
    private static readonly IPAddress Strange = IPAddress.Parse("203.0.113.9");
    private static readonly SenderNetwork Network = new([new SenderPool("tx", [Own])], [], []);

    [Fact]
    public void Of_ReturnedMail_IsAWayPerSignatureAndOneForTheGreetingOfOurServer()
    {
        var report = new BounceReport
        {
            Kind = BounceKind.Bounce,
            Sender = "bounce+1@Mail.sender.test",
            Marks = new SenderMarks
            {
                AuthorDomain = "sender.test",
                Signatures = [new("sender.test", "s1"), new("esp.test", "k2"), new("not a name", "x")],
                Greetings = [new("out1.sender.test", Own), new("evil.test", Strange)],
            },
        };
        var rows = Of(report, report);

        Assert.Equal([("sender.test", "s1", "", 2L), ("esp.test", "k2", "", 2L), ("", "", "out1.sender.test", 2L)], rows.Select(row => (row.DkimDomain, row.DkimSelector, row.Helo, row.Reports)));
        Assert.All(rows, row => Assert.Equal(("mail.sender.test", "sender.test", true, At), (row.EnvelopeDomain, row.AuthorDomain, row.Verified, row.LastAt)));
        Assert.Equal(Own, rows[2].SendingIp);
    }

    [Fact]
    public void Of_OurServerRefusesAStranger_TellsNothing() => Assert.Empty(Of(Refused(Strange)));

    [Fact]
    public void Of_OurServerRefusesOneOfOurs_TellsItsName() => Assert.Contains(Of(Refused(Own)), row => row.Helo == "out1.sender.test" && Own.Equals(row.SendingIp));

    private static BounceReport Refused(IPAddress client) => new()
    {
        Kind = BounceKind.Bounce,
        Side = ReportSide.Receiving,
        SendingIp = client,
        Sender = "a@sender.test",
        Marks = new SenderMarks { Greetings = [new("out1.sender.test", client)] },
    };

    private static IReadOnlyList<SeenSenderRow> Of(params BounceReport[] reports) => SenderSightings.Of(Network, reports.Select(report => new Telling(report, true, true, At)));
}
