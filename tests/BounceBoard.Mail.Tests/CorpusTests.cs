using BounceBoard.Core;
using BounceBoard.Core.Bounces;
using Xunit;

namespace BounceBoard.Mail.Tests;

/// <summary>Measures the readers on real bounces, which stand outside this repository; without them these tests are skipped.</summary>
public sealed class CorpusTests
{
    private static readonly string Folder = Path.Combine(
        Environment.GetEnvironmentVariable("BOUNCEBOARD_CORPORA") ?? Path.Combine(Checkout(), "..", "shared", "corpora"), "bounces");

    /// <summary>The corpus' reason for each category (the command line's table).</summary>
    private static readonly Dictionary<string, string[]> Reasons = new(StringComparer.Ordinal)
    {
        ["relay-denied"] = ["norelaying"],
        ["bad-mailbox"] = ["userunknown"],
        ["inactive-mailbox"] = ["suspend"],
        ["mailbox-full"] = ["mailboxfull"],
        ["mailbox-moved"] = ["hasmoved"],
        ["bad-domain"] = ["hostunknown"],
        ["not-accepting"] = ["notaccept"],
        ["filtered"] = ["filtered"],
        ["sender-rejected"] = ["rejected"],
        ["blocked"] = ["blocked"],
        ["bad-reputation"] = ["badreputation"],
        ["requires-ptr"] = ["requireptr"],
        ["auth-failed"] = ["authfailure"],
        ["policy-violation"] = ["policyviolation"],
        ["suppressed-by-relay"] = ["suppressed"],
        ["undetermined"] = ["undefined"],
        ["rate-limited"] = ["speeding", "toomanyconn", "ratelimited"],
        ["message-too-big"] = ["mesgtoobig", "exceedlimit", "emailtoolarge"],
        ["content-rejected"] = ["contenterror"],
        ["spam-detected"] = ["spamdetected"],
        ["virus-detected"] = ["virusdetected"],
        ["security-error"] = ["securityerror"],
        ["tls-failed"] = ["failedstarttls"],
        ["not-compliant"] = ["notcompliantrfc"],
        ["syntax-error"] = ["syntaxerror"],
        ["mailer-error"] = ["mailererror"],
        ["system-error"] = ["systemerror"],
        ["system-full"] = ["systemfull"],
        ["network-error"] = ["networkerror"],
        ["expired"] = ["expired"],
        ["on-hold"] = ["onhold"],
        ["delivered"] = ["delivered"],
        ["feedback"] = ["feedback"],
        ["vacation"] = ["vacation"],
    };

    [Fact]
    public async Task Parse_RealReports_AreRecognisedAndAgreeOnReasonCodeAndStatus()
    {
        SkipWithoutCorpus();
        var (asked, recognised, reason, code, codes, status, statuses) = (0, 0, 0, 0, 0, 0, 0);
        foreach (var row in Csv("expected.csv").Where(row => row["disagreement"].Length == 0))
        {
            var reports = await ReadAsync(row["path"]);
            var index = int.Parse(row["recipient_index"], System.Globalization.CultureInfo.InvariantCulture) - 1;
            var report = index < reports.Count && reports[index].Kind is not (BounceKind.NotABounce or BounceKind.Error) ? reports[index] : null;
            asked++;
            recognised += report is null ? 0 : 1;
            reason += report is not null && Reasons[KebabName.Of(report.Category)].Contains(row["reason"]) ? 1 : 0;
            codes += row["replycode"].Length > 0 ? 1 : 0;
            code += row["replycode"].Length > 0 && report?.ReplyCode?.ToString(System.Globalization.CultureInfo.InvariantCulture) == row["replycode"] ? 1 : 0;
            var hasStatus = row["status"].Length > 0 && row["status_is_pseudo"] == "0";
            statuses += hasStatus ? 1 : 0;
            status += hasStatus && report?.Status == row["status"] ? 1 : 0;
        }
        Assert.True(asked > 300 && recognised >= asked * 0.99, $"recognised {recognised} of {asked}");
        Assert.True(reason >= asked * 0.98, $"reasons {reason} of {asked}");
        Assert.True(code >= codes * 0.99 && status >= statuses * 0.99, $"codes {code} of {codes}, status {status} of {statuses}");
    }

    [Fact]
    public async Task Parse_RealReportsThatStateTheRemoteAddress_GiveIt()
    {
        SkipWithoutCorpus();
        var missed = new List<string>();
        foreach (var row in Csv("remote-ip.csv"))
        {
            var stated = row["remote_ips_in_text"].Split([' ', ';']);
            var found = await ReadAsync(row["file"]);
            if (!found.Any(report => stated.Contains(report.RemoteIp?.ToString())))
            {
                missed.Add(row["file"]);
            }
        }
        Assert.True(missed.Count == 0, string.Join('\n', missed));
    }

    [Fact]
    public void Classify_RelayWordings_AreRelayDeniedAndTheTrapsAreNot()
    {
        SkipWithoutCorpus();
        var wrong = Csv("relay-wordings.csv").Where(row =>
        {
            var reply = row["reply"].Replace("%s", "u@example.net", StringComparison.Ordinal);
            var code = int.Parse(reply.AsSpan(0, 3), System.Globalization.CultureInfo.InvariantCulture);
            var category = ReplyClassifier.Classify(code, EnhancedStatusCode.Find(reply), reply, SmtpStage.RcptTo);
            // An address that does not exist behind Exchange Online is no refusal to relay, whatever the table's title.
            var isRelay = row["trap_not_relay"] == "0" && !reply.Contains("5.4.1", StringComparison.Ordinal);
            return category is BounceCategory.RelayDenied != isRelay;
        });
        Assert.Empty(wrong.Select(row => row["reply"]));
    }

    private static void SkipWithoutCorpus() =>
        Assert.SkipUnless(Directory.Exists(Folder), "The corpus of real bounces is not here; set BOUNCEBOARD_CORPORA to its folder.");

    private static async Task<List<BounceReport>> ReadAsync(string path) => await Readings.ReadAsync(await File.ReadAllBytesAsync(Path.Combine(Folder, path)));

    private static string Checkout()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BounceBoard.sln")))
        {
            folder = folder.Parent;
        }
        return folder?.FullName ?? AppContext.BaseDirectory;
    }

    private static IEnumerable<Dictionary<string, string>> Csv(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder, name));
        var header = Cells(lines[0]);
        return lines.Skip(1).Select(line => header.Zip(Cells(line)).ToDictionary(pair => pair.First, pair => pair.Second));
    }

    private static List<string> Cells(string line)
    {
        var (cells, cell, quoted) = (new List<string>(), new System.Text.StringBuilder(), false);
        foreach (var c in line)
        {
            quoted ^= c == '"';
            if (c == ',' && !quoted)
            {
                cells.Add(cell.ToString());
                cell.Clear();
            }
            else if (c != '"')
            {
                cell.Append(c);
            }
        }
        return [.. cells, cell.ToString()];
    }
}
