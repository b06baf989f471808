using BounceBoard.Core.Domains.Health;
using BounceBoard.Core.Domains.History;
using BounceBoard.Operations.Domains.Exams;
using BounceBoard.Storage.Domains;
using Xunit;

namespace BounceBoard.Operations.Tests.Domains;

/// <summary>What an examination knows of those before it, through the database.</summary>
public sealed class EarlierReadingTests
{
    private const string KeyName = "s1._domainkey.example.net";

    [Fact]
    public async Task NowAsync_KeyForMoreThanAYear_IsAnIssue_ANewKey_EndsIt()
    {
        await using var made = await ExamHouse.OpenAsync();
        made.Exam[KeyName] = Key();
        await made.NowAsync();
        Assert.Equal(CheckState.Pass, await AgeAsync(made));
        Pass(made, days: 200);
        made.Exam["example.net"] = "v=spf1 ip4:198.51.100.0/24 -all";
        await made.NowAsync();
        Pass(made, days: 200);
        await made.NowAsync();
        Assert.Equal(CheckState.Warn, await AgeAsync(made));

        made.Exam[KeyName] = Key();
        await made.NowAsync();
        Assert.Equal(CheckState.Pass, await AgeAsync(made));
    }

    [Fact]
    public async Task AfterAsync_LastDoesNotCarryThePast_ReadsThoseBefore()
    {
        await using var made = await ExamHouse.OpenAsync();
        made.Exam[KeyName] = Key();
        var first = await made.NowAsync();
        Pass(made, days: 30);
        made.Exam["example.net"] = "v=spf1 ip4:198.51.100.0/24 -all";
        var last = await made.NowAsync();

        var reader = made.House.Get<ExamReader>();
        var old = (await reader.FindAsync(made.Tenant, last.Id, default))!;
        var without = old.With(old.ReadFacts()! with { Earlier = null });
        Assert.Equal(first.At, Assert.Single((await EarlierReading.AfterAsync(reader, without, default)).Keys).Since);
        Assert.Equal(new EarlierFacts().Keys, (await EarlierReading.AfterAsync(reader, null, default)).Keys);
    }

    // Without the timers of all that time, which would fire one by one.
    private static void Pass(ExamHouse made, int days) => made.House.Time.AdjustTime(made.House.Time.GetUtcNow().AddDays(days));

    private static async Task<CheckState> AgeAsync(ExamHouse made) => (await made.ViewAsync()).Health!.Checks.Single(check => check.Id == "dkim-age").State;

    private static string Key()
    {
        using var rsa = System.Security.Cryptography.RSA.Create(2048);
        return $"v=DKIM1; p={Convert.ToBase64String(rsa.ExportSubjectPublicKeyInfo())}";
    }
}
