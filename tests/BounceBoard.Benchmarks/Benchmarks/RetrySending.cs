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
/// MailKit loop that hands as many mails of the same text to the same server over one connection. Two servers: a sink that keeps mails in memory, which shows
/// the bare cost, and Postfix, which as any real server writes each mail to its disk before it says 250.
/// </summary>
internal sealed class RetrySending : ISurvey
{
    private const int Mails = 1000;
    private const int Rounds = 3;
    private const int NoLimit = 10_000_000;

    public string Name => "retry-sending";

    public async Task RunAsync(Action<string> print, CancellationToken cancellationToken)
    {
        byte[] text = [];
        print($"{Name}: {Mails} mails to one server on this machine, ms a mail, {Rounds} rounds");
        for (var round = 1; round <= Rounds; round++)
        {
            using var sink = new ScriptedSink();
            var house = await HouseAsync(sink.Port, cancellationToken);
            text = sink.Completed.Count == Mails ? sink.Mails.First().Content : throw new InvalidOperationException($"The sink has {sink.Completed.Count} mails.");
            print(Line("sink in memory", house, await BareAsync(sink.Port, text, cancellationToken)));
        }
        if (PostfixServer.Missing is { } missing)
        {
            print($"Postfix: not measured, {missing}.");
            return;
        }
        for (var round = 1; round <= Rounds; round++)
        {
            await using var postfix = await PostfixServer.StartAsync(
                new PostfixSetup { Domain = "example.test", Users = [.. Enumerable.Range(0, Mails + 10).SelectMany(i => new[] { $"p{i}", $"bare{i}" })] }, cancellationToken);
            var house = await HouseAsync(postfix.Port, cancellationToken);
            print(Line("Postfix", house, await BareAsync(postfix.Port, text, cancellationToken)));
        }
    }

    private static string Line(string server, double house, double bare) =>
        string.Create(CultureInfo.InvariantCulture, $"{server}: house {house:0.00}, bare MailKit {bare:0.00}, x{house / bare:0.00}");

    private static async Task<double> HouseAsync(int port, CancellationToken cancellationToken)
    {
        await using var installation = new TestInstallation(StorageProvider.Sqlite);
        var tenant = await installation.TenantAsync("acme");
        var plan = new PlannedBatch
        {
            Port = port,
            Stages = [Mails],
            MayLose = Mails,
            RatePerMinute = NoLimit,
            RoutePerDay = NoLimit,
            Limits = new PlannedBatch().Limits with { PerDay = NoLimit, PerDomainDay = NoLimit },
        };
        var batch = await plan.StoreAsync(installation.Get<IServiceProvider>(), tenant, installation.Time.GetUtcNow());
        var (desk, tallies, clock) = (installation.Get<RetryDesk>(), installation.Get<RetryAttemptReader>(), new Stopwatch());
        var submitted = 0;
        for (var looks = 0; submitted < Mails && looks < Mails; looks++)
        {
            clock.Start();
            await desk.SendDueAsync(cancellationToken);
            clock.Stop();
            installation.Time.Advance(TimeSpan.FromSeconds(11));
            submitted = (await tallies.TalliesAsync(tenant, [batch], cancellationToken))
                .Where(tally => tally.State is AttemptState.Submitted or AttemptState.Accepted).Sum(tally => tally.People);
        }
        return submitted == Mails
            ? clock.Elapsed.TotalMilliseconds / Mails
            : throw new InvalidOperationException($"Of {Mails} mails {submitted} were taken.");
    }

    private static async Task<double> BareAsync(int port, byte[] text, CancellationToken cancellationToken)
    {
        using var client = new SmtpClient();
        await client.ConnectAsync("127.0.0.1", port, SecureSocketOptions.None, cancellationToken);
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
