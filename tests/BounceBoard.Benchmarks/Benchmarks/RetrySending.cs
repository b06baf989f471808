using System.Diagnostics;
using System.Globalization;
using BounceBoard.Benchmarks.Measuring;
using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.RetryBatches.Sending;
using BounceBoard.Storage.Engines;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.TestKit.Installations;
using BounceBoard.TestKit.Retries;
using BounceBoard.TestKit.Smtp;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace BounceBoard.Benchmarks.Benchmarks;

/// <summary>
/// What a controlled retry costs beside the mail itself: claim, limits, ledger before the final dot and outcome, on SQLite as it is shipped, against a bare
/// MailKit loop that hands as many mails of the same text to the same server over one connection.
/// </summary>
internal sealed class RetrySending : ISurvey
{
    private const int Mails = 1000;
    private const int Rounds = 3;
    private const int NoLimit = 10_000_000;

    public string Name => "retry-sending";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        print($"{Name}: {Mails} mails to one server on this machine, ms a mail, {Rounds} rounds");
        for (var round = 1; round <= Rounds; round++)
        {
            using var sink = new ScriptedSink();
            var (house, text) = await HouseAsync(sink, cancellationToken);
            var bare = await BareAsync(sink, text, cancellationToken);
            print(string.Create(CultureInfo.InvariantCulture, $"house {house:0.00}, bare MailKit {bare:0.00}, x{house / bare:0.00}"));
        }
    }

    private static async Task<(double Milliseconds, byte[] Text)> HouseAsync(ScriptedSink sink, CancellationToken cancellationToken)
    {
        await using var installation = new TestInstallation(StorageProvider.Sqlite);
        var tenant = await installation.TenantAsync("acme");
        var plan = new PlannedBatch
        {
            Port = sink.Port,
            Stages = [Mails],
            MayLose = Mails,
            RatePerMinute = NoLimit,
            RoutePerDay = NoLimit,
            Limits = new PlannedBatch().Limits with { PerDay = NoLimit, PerDomainDay = NoLimit },
        };
        var batch = await plan.StoreAsync(installation.Get<IServiceProvider>(), tenant, installation.Time.GetUtcNow());
        var (desk, clock) = (installation.Get<RetryDesk>(), new Stopwatch());
        for (var looks = 0; sink.Completed.Count < Mails && looks < Mails; looks++)
        {
            clock.Start();
            await desk.SendDueAsync(cancellationToken);
            clock.Stop();
            installation.Time.Advance(TimeSpan.FromSeconds(11));
        }
        var submitted = (await installation.Get<RetryAttemptReader>().TalliesAsync(tenant, [batch], cancellationToken))
            .Where(tally => tally.State is AttemptState.Submitted or AttemptState.Accepted).Sum(tally => tally.People);
        return submitted == Mails
            ? (clock.Elapsed.TotalMilliseconds / Mails, sink.Mails.First().Content)
            : throw new InvalidOperationException($"Of {Mails} mails {submitted} were taken.");
    }

    private static async Task<double> BareAsync(ScriptedSink sink, byte[] text, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", sink.Port, SecureSocketOptions.None, cancellationToken);
        var clock = Stopwatch.StartNew();
        for (var i = 0; i < Mails; i++)
        {
            using var message = await MimeMessage.LoadAsync(new MemoryStream(text), cancellationToken);
            await client.SendAsync(message, new MailboxAddress("", "news@sender.test"), [new MailboxAddress("", $"bare{i}@example.test")], cancellationToken);
        }
        clock.Stop();
        await client.DisconnectAsync(true, cancellationToken);
        return clock.Elapsed.TotalMilliseconds / Mails;
    }
}
