using System.Formats.Asn1;
using System.Numerics;
using BounceBoard.Core.Domains;
using BounceBoard.Core.Domains.Dkim;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Dkim;

public sealed class DkimKeyTests
{
    private static readonly string Rsa2048 = Wrapped(2048);

    /// <summary>The key of RFC 8463 appendix A.2.</summary>
    private const string Ed25519 = "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=";

    [Fact]
    public void Parse_RsaKeyWithEveryTag_IsReadWithoutFinding()
    {
        var reading = DkimKey.Parse($"v=DKIM1; k=rsa; h=sha256; s=email; n=note; p={Rsa2048}");

        Assert.Empty(reading.Findings);
        Assert.Equal((DkimKeyState.Usable, DkimKeyType.Rsa, 2048), (reading.State, reading.Key!.Type, reading.Key.Bits));
        Assert.Equal(256, reading.Key.Octets.Length);
        Assert.Equal([1, 0, 1], reading.Key.Exponent.ToArray());
    }

    [Theory]
    [InlineData("p={0}")]
    [InlineData("  v = DKIM1 ;\r\n\tp = {0} ;")]
    [InlineData("v=DKIM1; k=RSA; p={0}; t=")]
    public void Parse_WhatTheGrammarLeavesFree_IsUsable(string text) => Assert.Equal(DkimKeyState.Usable, Read(text).State);

    [Fact]
    public void Parse_FoldedKeyWithoutPadding_IsTheSameKey()
    {
        var whole = DkimKey.Parse($"v=DKIM1; k=ed25519; p={Ed25519}").Key!;
        var folded = DkimKey.Parse($"v=DKIM1; k=ed25519; p= {Ed25519[..10]} \r\n {Ed25519[10..].TrimEnd('=')}").Key!;

        Assert.Equal(whole.Octets.ToArray(), folded.Octets.ToArray());
        Assert.Equal((DkimKeyType.Ed25519, 256), (whole.Type, whole.Bits));
    }

    [Theory]
    [InlineData("v=DKIM1; p=", DkimKeyState.Revoked, DkimFindingKind.Revoked)]
    [InlineData("v=DKIM1; k=rsa", DkimKeyState.Invalid, DkimFindingKind.NoKey)]
    [InlineData("v=DKIM1; P={0}", DkimKeyState.Invalid, DkimFindingKind.NoKey)]
    [InlineData("", DkimKeyState.Invalid, DkimFindingKind.NotARecord)]
    [InlineData("hello world", DkimKeyState.Invalid, DkimFindingKind.NotARecord)]
    [InlineData("v=DKIM2; p={0}", DkimKeyState.Invalid, DkimFindingKind.BadVersion)]
    [InlineData("v=dkim1; p={0}", DkimKeyState.Invalid, DkimFindingKind.BadVersion)]
    [InlineData("p={0}; v=DKIM1", DkimKeyState.Invalid, DkimFindingKind.VersionNotFirst)]
    [InlineData("v=DKIM1; k=rsa; k=rsa; p={0}", DkimKeyState.Invalid, DkimFindingKind.RepeatedTag)]
    [InlineData("v=DKIM1; t; p={0}", DkimKeyState.Invalid, DkimFindingKind.BadTag)]
    [InlineData("v=DKIM1; k=dsa; p={0}", DkimKeyState.Invalid, DkimFindingKind.UnknownKeyType)]
    [InlineData("\"v=DKIM1; k=rsa; \" \"p={0}\"", DkimKeyState.Invalid, DkimFindingKind.PastedQuotes)]
    [InlineData("v=DKIM1\\; k=rsa\\; p={0}", DkimKeyState.Invalid, DkimFindingKind.EscapedSemicolon)]
    [InlineData("v=DKIM1; p=no!base64", DkimKeyState.Invalid, DkimFindingKind.BadKey)]
    [InlineData("v=DKIM1; p=AAAA", DkimKeyState.Invalid, DkimFindingKind.BadKey)]
    [InlineData("v=DKIM1; k=ed25519; p=AAAA", DkimKeyState.Invalid, DkimFindingKind.BadKey)]
    [InlineData("v=DKIM1; k=ed25519; p=MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", DkimKeyState.Invalid, DkimFindingKind.WrappedEd25519Key)]
    [InlineData("v=DKIM1; p=MCowBQYDK2VwAyEA11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=", DkimKeyState.Invalid, DkimFindingKind.BadKey)]
    [InlineData("v=DKIM1; h=sha1; p={0}", DkimKeyState.Unusable, DkimFindingKind.Sha256Excluded)]
    [InlineData("v=DKIM1; s=chat; p={0}", DkimKeyState.Unusable, DkimFindingKind.NotForMail)]
    public void Parse_RecordThatVerifiersDoNotUse_SaysWhy(string text, DkimKeyState state, DkimFindingKind kind)
    {
        var reading = Read(text);

        Assert.Equal(state, reading.State);
        var error = Assert.Single(reading.Findings, finding => finding.Severity == FindingSeverity.Error);
        Assert.Equal(kind, error.Kind);
        Assert.Equal(error.Text, reading.Problem);
    }

    [Theory]
    [InlineData("v=DKIM1; t=y; p={0}", DkimFindingKind.TestMode, FindingSeverity.Warning)]
    [InlineData("v=DKIM1; t=s; p={0}", DkimFindingKind.StrictIdentity, FindingSeverity.Note)]
    [InlineData("v=DKIM1; t=q; p={0}", DkimFindingKind.UnknownFlag, FindingSeverity.Note)]
    [InlineData("v=DKIM1; g=*; p={0}", DkimFindingKind.HistoricTag, FindingSeverity.Note)]
    [InlineData("v=DKIM1; x=1; p={0}", DkimFindingKind.UnknownTag, FindingSeverity.Note)]
    [InlineData("v=DKIM1; K=rsa; p={0}", DkimFindingKind.UnknownTag, FindingSeverity.Warning)]
    [InlineData("v=DKIM1;; p={0}", DkimFindingKind.EmptyTag, FindingSeverity.Warning)]
    public void Parse_UsableKeyWithSomethingToSay_SaysItAndKeepsTheKey(string text, DkimFindingKind kind, FindingSeverity severity)
    {
        var reading = Read(text);

        Assert.Equal(DkimKeyState.Usable, reading.State);
        Assert.Contains(reading.Findings, finding => finding.Kind == kind && finding.Severity == severity);
    }

    [Theory]
    [InlineData(512, DkimKeyState.Unusable, DkimFindingKind.BrokenKeyLength)]
    [InlineData(1023, DkimKeyState.Unusable, DkimFindingKind.BrokenKeyLength)]
    [InlineData(1024, DkimKeyState.Usable, DkimFindingKind.ShortKey)]
    [InlineData(2047, DkimKeyState.Usable, DkimFindingKind.ShortKey)]
    [InlineData(8192, DkimKeyState.Usable, DkimFindingKind.LongKey)]
    public void Parse_RsaKeyOfUnwantedLength_CountsItsBits(int bits, DkimKeyState state, DkimFindingKind kind)
    {
        var reading = DkimKey.Parse($"v=DKIM1; p={Wrapped(bits)}");

        Assert.Equal((state, bits, kind), (reading.State, reading.Key!.Bits, Assert.Single(reading.Findings).Kind));
    }

    [Fact]
    public void Parse_BareRsaKey_IsReadWithAWarning()
    {
        var reading = DkimKey.Parse($"v=DKIM1; p={Convert.ToBase64String(Bare(2048, 65537))}");

        Assert.Equal((DkimKeyState.Usable, 2048), (reading.State, reading.Key!.Bits));
        Assert.Equal(DkimFindingKind.BareRsaKey, Assert.Single(reading.Findings).Kind);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(65536)]
    public void Parse_ExponentThatNothingVerifiesWith_IsNoKey(int exponent) =>
        Assert.Equal(DkimFindingKind.BadExponent, Assert.Single(DkimKey.Parse($"v=DKIM1; p={Convert.ToBase64String(Bare(2048, exponent))}").Findings).Kind);

    [Fact]
    public void Parse_KeyCutAtAnyPlace_NeverThrows()
    {
        var text = $"v=DKIM1; k=rsa; t=y:s; p={Rsa2048}";
        var usable = Enumerable.Range(0, text.Length).Count(length => DkimKey.Parse(text[..length]).State == DkimKeyState.Usable);

        Assert.Equal(0, usable);
        Assert.Equal(DkimFindingKind.TooLong, Assert.Single(DkimKey.Parse(new string('p', 10_000)).Findings).Kind);
    }

    [Fact]
    public void CommonSelectors_All_AreLowerCaseLabelsWithoutRepeats()
    {
        Assert.InRange(CommonSelectors.All.Count, 40, 60);
        Assert.Equal(CommonSelectors.All.Count, CommonSelectors.All.Distinct().Count());
        Assert.All(CommonSelectors.All, name => Assert.All(name, c => Assert.True(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')));
    }

    private static DkimReading Read(string text) => DkimKey.Parse(text.Replace("{0}", Rsa2048, StringComparison.Ordinal));

    private static string Wrapped(int bits)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            using (writer.PushSequence())
            {
                writer.WriteObjectIdentifier("1.2.840.113549.1.1.1");
                writer.WriteNull();
            }
            writer.WriteBitString(Bare(bits, 65537));
        }
        return Convert.ToBase64String(writer.Encode());
    }

    private static byte[] Bare(int bits, int exponent)
    {
        var writer = new AsnWriter(AsnEncodingRules.DER);
        using (writer.PushSequence())
        {
            writer.WriteInteger((BigInteger.One << (bits - 1)) + 1);
            writer.WriteInteger(exponent);
        }
        return writer.Encode();
    }
}
