using System.Text;
using BounceBoard.Core.Bounces;
using BounceBoard.Core.Evidence;
using BounceBoard.Mail.Reading;
using BounceBoard.Mail.Unpacking;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>Table logs whose first line is missing, in another order, or broken.</summary>
public sealed class TableLogTests
{
    private const string Row = "b,2026-02-12 10:00:01+0000,u@example.net,5.1.1,smtp;550 5.1.1 no such user";
    private const string ExchangeRow = "2026-02-12T10:00:02.456Z,FAIL,u@example.net,550 5.1.1 no such user";
    private readonly BounceParser _parser = new();

    [Theory]
    [InlineData("type,timeLogged,rcpt,dsnStatus,dsnDiag", Row)]
    [InlineData("#Fields: date-time,event-id,recipient-address,recipient-status", ExchangeRow)]
    public void Parse_APieceWithoutItsFirstLine_IsReadWithTheColumnsOfThePieceBefore(string header, string row)
    {
        var session = new LogSession();
        Read(session, header);

        var report = Read(session, row, row.Replace("u@", "v@", StringComparison.Ordinal))[0];

        Assert.Equal((BounceKind.Bounce, "u@example.net", "5.1.1"), (report.Kind, report.Recipient, report.Status));
    }

    [Theory]
    [InlineData(Row, "type,timeLogged")]
    [InlineData(ExchangeRow, "#Fields:")]
    public void Parse_NoPieceNamedTheColumns_SaysOnceThatTheLineIsMissing(string row, string named)
    {
        var session = new LogSession();

        var first = Assert.Single(Read(session, row, row, row));
        var second = Assert.Single(Read(session, row));

        Assert.Equal((BounceKind.Error, BounceKind.Error), (first.Kind, second.Kind));
        Assert.Contains(named, first.Error, StringComparison.Ordinal);
        Assert.Null(session.Columns);
    }

    [Fact]
    public void Parse_ColumnsNamedBelowTheFirstRows_ReadsTheRowsBelow()
    {
        var reports = Read(new LogSession(), Row, "type,timeLogged,rcpt,dsnStatus,dsnDiag", Row);

        Assert.Equal([BounceKind.Error, BounceKind.Bounce], reports.Select(report => report.Kind));
    }

    [Fact]
    public void Parse_ColumnsOfAnotherForm_AreNotUsed()
    {
        var session = new LogSession { Columns = new LogColumns("exchange-tracking-csv", ["date-time", "event-id", "recipient-address"]) };

        Assert.Equal(BounceKind.Error, Assert.Single(Read(session, Row)).Kind);
    }

    [Fact]
    public void Parse_ATableWithoutRecipients_SaysWhichColumnIsMissing()
    {
        var reports = Read(new LogSession(), "type,timeLogged,dsnStatus,dsnDiag", "b,2026-02-12 10:00:01+0000,5.1.1,smtp;550 5.1.1 no");

        Assert.Contains("no column rcpt", reports[0].Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Parse_AQuoteThatNobodyCloses_SwallowsNoOtherRow()
    {
        var reports = Read(new LogSession(),
            "type,timeLogged,rcpt,dsnStatus,dsnDiag",
            "b,2026-02-12 10:00:01+0000,a@example.net,5.1.1,\"smtp;550 5.1.1 open",
            "more of it",
            Row,
            "b,2026-02-12 10:00:01+0000,z@example.net,5.1.1,\"smtp;550 5.1.1 open at the end");

        Assert.Equal(["a@example.net", "u@example.net", "z@example.net"], reports.Select(report => report.Recipient));
        Assert.Equal("550 5.1.1 open more of it", reports[0].ReplyText);
    }

    private IReadOnlyList<BounceReport> Read(LogSession session, params string[] lines) =>
        _parser.Parse(new EvidenceItem("acct.csv", EvidenceKind.Log, Encoding.UTF8.GetBytes(string.Join('\n', lines) + "\n"), "acct.csv", 1, null), Readings.ReceivedAt, session);
}
