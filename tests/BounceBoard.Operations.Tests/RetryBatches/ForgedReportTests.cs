using BounceBoard.TestKit.Evidence;
using CsCheck;
using Xunit;

namespace BounceBoard.Operations.Tests.RetryBatches;

/// <summary>Reports that anybody may write to an open mailbox: whatever they name, nobody is sent anything because of them.</summary>
public sealed class ForgedReportTests
{
    private const int Reports = 10_000;

    private static readonly Gen<string> Known = Gen.OneOf(Gen.Const("known@sender.test"), Gen.Const("KNOWN@sender.test"), Gen.Const("known@sender.tes"), Gen.Const("xknown@sender.test"), Gen.Const("known2@sender.test"));

    private static readonly Gen<string> Recipient = Gen.Select(
        Gen.OneOf(Gen.Int[0, 100_000].Select(number => $"victim{number}"), Gen.OneOf(Gen.Const("\"a b\""), Gen.Const("a%b"), Gen.Const("-oQ"), Gen.Const("person1+x")), Token),
        Gen.OneOf(Gen.Const("example.test"), Gen.Const("third.test"), Gen.Const("sub.example.test")),
        (local, domain) => $"{local}@{domain}");

    // Nearly what we sign: too short, too long, or proven by no key.
    private static Gen<string> Token => Gen.Char["abcdefghijklmnopqrstuvwxyz234567"].Array[28, 34].Select(letters => $"retry+{new string(letters)}");

    [Fact]
    public async Task Preview_TenThousandForgedReports_NobodyOfThemIsInThePlan()
    {
        await using var house = await RetryHouse.OpenAsync(3);
        await house.Intake.ReceiveAsync(new SampleLog().Refused(house.Now.AddHours(-2), "Real@example.test", "known@sender.test").ToBytes(), name: "mail.log");
        var forged = Gen.Select(Recipient, Gen.OneOf(Known, Gen.Int[0, int.MaxValue].Select(number => $"{number:x}@sender.test")), (recipient, message) =>
            new SampleDsn { Recipient = recipient, MessageId = message, At = house.Now.AddHours(-2) }).Array[Reports].Single(_ => true, "0000000000001");
        var box = new MemoryStream();
        foreach (var report in forged)
        {
            box.Write(System.Text.Encoding.ASCII.GetBytes($"From MAILER-DAEMON Sat May 16 07:02:11 2026\n{report}\n"));
        }
        Assert.True((await house.Intake.ReceiveAsync(box.ToArray(), verified: false, name: "open.mbox")).Stored > Reports / 2);

        var draft = await house.PreviewAsync();

        Assert.Equal(
            ["person1@example.test", "person2@example.test", "person3@example.test", "real@example.test"],
            draft.Attempts.Select(row => row.RecipientKey).Order(StringComparer.Ordinal));
        Assert.True(draft.Plan.LeftOut.Sum(one => one.People) > 1000);
    }
}
