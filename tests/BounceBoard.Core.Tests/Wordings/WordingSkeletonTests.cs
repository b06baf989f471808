using BounceBoard.Core.Wordings;
using CsCheck;
using Xunit;

namespace BounceBoard.Core.Tests.Wordings;

public sealed class WordingSkeletonTests
{
    private const string Atext = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.!#$%&'*+-/=?^_`{|}~";

    // None of its letters, four in a row, stand in the templates.
    private static readonly Gen<string> Local =
        from name in Gen.Char["qxzQXZ"].Array[4, 12]
        from tail in Gen.Char[Atext].Array[0, 10]
        select new string(name) + new string(tail).TrimEnd('.', '`', '\'', '#', '$', '%', '&', '*', '-', '/', '=', '?', '^', '_', '{', '|', '}', '~', '!', '+');

    private static readonly Gen<string> Domain =
        from label in Gen.Char["qxz0123456789"].Array[4, 12]
        from top in Gen.Char["qxz"].Array[4, 6]
        select new string(label) + "." + new string(top);

    private static readonly string[] Templates =
    [
        "550 5.1.1 <{0}@{1}>: the lodger moved out", "user {0}@{1} has no room here", "the letter to={0}@{1}, relay={1}[192.0.2.7]:25 came back",
        "no room for \"{0}\"@{1} in this house", "lodger:{0}@{1};gone", "({0}@{1}) gone", "gone: {0}@{1}.", "see http://{1}/why?who={0}@{1} for more",
        "host {1} said gone", "gone,{0}@{1},gone",
    ];

    [Theory]
    [InlineData("550 5.1.1 <Jane@example.net>: Recipient has left the building", "<{address}>: recipient has left the building")]
    [InlineData("550-The lodger of\r\n550 mx1.example.net is asleep", "the lodger of {host} is asleep")]
    [InlineData("451 Try 192.0.2.7 or [2001:db8::7] at Mon, 12 May 2026 10:15:00 +0000 (UTC)", "try {ip} or [{ip}] at {date})")]
    [InlineData("Blocked, see https://help.example.org/x?ip=192.0.2.1 or www.example.org/a", "blocked, see {url} or {url}")]
    [InlineData("Ticket 4ab3Xy-0098 of queue F00BA12 (id=deadbeefcafe)", "ticket {id} of queue {id} (id={id})")]
    [InlineData("Unknown user 'jdoe' at box", "unknown user '{name}' at box")]
    [InlineData("Don't come back. e.g. never", "don't come back. e.g. never")]
    [InlineData("limit 10, 20, 30 and 5% of 1.5", "limit {n} and {n}% of {n}")]
    [InlineData("550 5.7.1", "")]
    [InlineData("/var/spool/mail/jdoe over quota", "{id} over quota")]
    public void Of_Reply_LeavesWhatEverybodyGets(string reply, string expected) => Assert.Equal(expected, WordingSkeleton.Of(reply));

    [Theory]
    [InlineData("No lodger jane.doe here", "jane.doe@example.net", "no lodger {name} here")]
    [InlineData("Ms Jane Doe has left", "jane.doe@example.net", "ms {name} {name} has left")]
    [InlineData("User unknown", "user@example.net", "user unknown")]
    [InlineData("boxjane.doe1が存在しません", "Jane.Doe1@example.net", "{name}が存在しません")]
    [InlineData("janeさんはいません", "jane@example.net", "{name}さんはいません")]
    public void Of_ReplyThatNamesItsRecipient_HidesTheName(string reply, string recipient, string expected) =>
        Assert.Equal(expected.Replace("{name} {name}", "{name}", StringComparison.Ordinal), WordingSkeleton.Of(reply, recipient));

    [Fact]
    public void Of_AnyAddressInAnyPlace_HoldsNeitherPersonNorHost() =>
        Gen.Select(Local, Domain, Gen.Int[0, Templates.Length - 1]).Sample(
            (local, domain, template) =>
            {
                var skeleton = WordingSkeleton.Of(Templates[template].Replace("{0}", local, StringComparison.Ordinal).Replace("{1}", domain, StringComparison.Ordinal));
                Assert.DoesNotContain(local[..4], skeleton, StringComparison.OrdinalIgnoreCase);
                Assert.DoesNotContain(domain[..4], skeleton, StringComparison.OrdinalIgnoreCase);
                Assert.False(skeleton.Any(char.IsDigit), skeleton);
            },
            iter: 20_000);

    [Fact]
    public void Of_OneTextToManyRecipients_IsOneSkeleton() =>
        Gen.Select(Local, Domain, Local, Domain, Gen.Int[0, Templates.Length - 1]).Sample(
            (local, domain, other, elsewhere, template) =>
                Assert.Equal(Filled(template, local, domain), Filled(template, other, elsewhere)),
            iter: 5_000);

    [Fact]
    public void Of_Anything_IsShortStorableAndStable() =>
        Gen.String.Sample(
            text =>
            {
                var skeleton = WordingSkeleton.Of(text, text, null);
                Assert.True(skeleton.Length <= WordingSkeleton.MostCharacters);
                Assert.Equal(skeleton, WordingSkeleton.Of(text, text, null));
            },
            iter: 20_000);

    [Theory]
    [InlineData("a:")]
    [InlineData("<")]
    [InlineData("\"")]
    [InlineData("1.")]
    [InlineData("x@")]
    [InlineData("word ")]
    public void Of_AHugeReply_IsCut(string part) =>
        Assert.True(WordingSkeleton.Of(string.Concat(Enumerable.Repeat(part, 500_000))).Length <= WordingSkeleton.MostCharacters);

    private static string Filled(int template, string local, string domain) =>
        WordingSkeleton.Of(Templates[template].Replace("{0}", local, StringComparison.Ordinal).Replace("{1}", domain, StringComparison.Ordinal), $"{local}@{domain}");
}
