using System.Globalization;
using System.Net;
using BounceBoard.Core.Bounces;
using CsCheck;
using Xunit;

namespace BounceBoard.Operations.Tests.Bounces;

/// <summary>A batch does what its reports would do one by one, whatever it holds.</summary>
public sealed class ReportFilingTests
{
    // Few values each, so that reports meet one another in every way.
    private static readonly Gen<BounceReport> AnyReport =
        from kind in OneOf(BounceKind.Bounce, BounceKind.Bounce, BounceKind.Delay, BounceKind.Delivery)
        from recipient in OneOf("ann@a.test", "Ann@a.test", "bob@a.test", "carl@b.test", "no address")
        from original in OneOf<string?>(null, null, "bob@a.test")
        from message in OneOf<string?>(null, "m1@x.test", "m2@x.test")
        from queue in OneOf<string?>(null, "Q1", "Q2")
        from mta in OneOf<string?>(null, "mx1.a.test", "mx2.a.test")
        from ip in OneOf<string?>(null, "192.0.2.1", "192.0.2.2")
        from seconds in OneOf<int?>(null, 0, 1, 2, 100, 130, 4_000, 86_400 * 6, 86_400 * 8)
        from permanent in OneOf<bool?>(null, true, false)
        from category in OneOf(BounceCategory.RelayDenied, BounceCategory.Undetermined, BounceCategory.BadMailbox)
        from format in OneOf("dsn", "postfix-log", "transcript")
        from text in OneOf("550 no", "550 no, not here")
        select new BounceReport
        {
            Kind = kind,
            Format = format,
            Recipient = recipient,
            OriginalRecipient = original,
            MessageId = message,
            QueueId = queue,
            RemoteMta = mta,
            RemoteIp = ip is null ? null : IPAddress.Parse(ip),
            OccurredAt = seconds is { } after ? FilingHouse.T0.AddDays(-9).AddSeconds(after).AddTicks(7) : null,
            OccurredAtSource = seconds is null ? FieldSource.Unknown : FieldSource.Stated,
            Permanent = permanent,
            Category = category,
            ReplyText = text,
            Pool = format == "dsn" ? null : "bulk",
            Sender = queue is null ? null : "bounce@mail.a.test",
            Marks = format == "dsn" ? new SenderMarks { AuthorDomain = "a.test", Signatures = [new("a.test", "s1"), new("esp.test", "k2")] } : null,
        };

    private static readonly Gen<(BounceReport Report, int Evidence)[]> AnyReports = Gen.Select(AnyReport, Gen.Int[0, 1]).Array[1, 30];

    [Fact]
    public async Task File_InAnyBatches_LeavesWhatOneByOneLeaves()
    {
        await using var house = await FilingHouse.OpenAsync();
        var tenants = 0;
        await Gen.Select(AnyReports, AnyReports, Gen.Int[1, 12]).SampleAsync(
            async (before, after, most) =>
            {
                var (single, batched) = (await NextAsync(), await NextAsync());
                foreach (var reports in (IReadOnlyList<(BounceReport, int)[]>)[before, after])
                {
                    foreach (var report in reports)
                    {
                        await house.FileAsync(single, report);
                    }
                    foreach (var batch in reports.Chunk(most))
                    {
                        await house.FileAsync(batched, batch);
                    }
                    // Some of what follows happened before the closing, some after.
                    await house.CloseAllAsync(single.Tenant, FilingHouse.T0.AddDays(-9).AddSeconds(100));
                    await house.CloseAllAsync(batched.Tenant, FilingHouse.T0.AddDays(-9).AddSeconds(100));
                }
                await house.FileAsync(single, before[0]);
                await house.FileAsync(batched, before[0]);
                Assert.Equal(await house.TablesAsync(single.Tenant), await house.TablesAsync(batched.Tenant));
            },
            iter: 60, threads: 1);

        Task<(Core.Tenants.TenantId Tenant, long[] Evidence)> NextAsync() => house.AddTenantAsync($"t{++tenants}");
    }

    [Fact]
    public async Task File_TheSameBatchAgain_ChangesNothing()
    {
        await using var house = await FilingHouse.OpenAsync();
        var target = await house.AddTenantAsync("again");
        var batch = Enumerable.Range(0, 500).Select(i => (Refused($"p{i % 40}@a.test", i), i % 2)).ToList();
        await house.FileAsync(target, batch);
        var before = await house.TablesAsync(target.Tenant);

        await house.FileAsync(target, [.. batch.Where(one => one.Item1.Kind != BounceKind.Delivery)]);

        Assert.Equal(before, await house.TablesAsync(target.Tenant));
        Assert.Equal(500, await house.CountAsync("refusal", target.Tenant));
    }

    [Fact]
    public async Task File_FamiliesMixed_OpensThemInTheOrderOfTheirFirstRefusals()
    {
        await using var house = await FilingHouse.OpenAsync();
        var target = await house.AddTenantAsync("mixed");
        BounceCategory[] order = [BounceCategory.BadMailbox, BounceCategory.RelayDenied, BounceCategory.BadMailbox, BounceCategory.Undetermined];

        await house.FileAsync(target, [.. order.Select((category, i) => (Refused("ann@a.test", i) with { Category = category }, 1))]);

        var numbers = (await house.TablesAsync(target.Tenant)).Split("\n\n")[2].Split('\n').Select(row => string.Join(' ', row.Split(" | ")[..2]));
        Assert.Equal(["1 Mailbox", "2 Relay", "3 Other"], numbers);
    }

    /// <summary>Each with each would be 200 million comparisons.</summary>
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task File_AFloodOfOnePersonsRefusals_IsNotComparedEachWithEach(bool oneMessage)
    {
        await using var house = await FilingHouse.OpenAsync();
        var target = await house.AddTenantAsync("flood");
        var flood = Enumerable.Range(0, 20_000).Select(i => (Refused("ann@a.test", oneMessage ? 0 : i) with
        {
            QueueId = null,
            RemoteIp = new IPAddress([10, 0, (byte)(i >> 8), (byte)i]),
            OccurredAt = FilingHouse.T0,
        }, 1)).ToList();

        await house.FileAsync(target, flood);
        await house.FileAsync(target, flood);

        Assert.Equal(20_000, await house.CountAsync("refusal", target.Tenant));
        Assert.Equal(1, await house.CountAsync("incident_person", target.Tenant));
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static BounceReport Refused(string recipient, int message) => new()
    {
        Kind = BounceKind.Bounce,
        Format = "postfix-log",
        Recipient = recipient,
        MessageId = string.Create(CultureInfo.InvariantCulture, $"m{message}@x.test"),
        QueueId = string.Create(CultureInfo.InvariantCulture, $"Q{message}"),
        RemoteIp = IPAddress.Parse("192.0.2.1"),
        OccurredAt = FilingHouse.T0.AddSeconds(message),
        OccurredAtSource = FieldSource.Stated,
        Category = BounceCategory.BadMailbox,
        Permanent = true,
        Status = "5.1.1",
        ReplyCode = 550,
        ReplyText = "550 5.1.1 user unknown",
    };
}
