using BounceBoard.Core.Domains.Bimi;
using Xunit;

namespace BounceBoard.Core.Tests.Domains.Bimi;

/// <summary>Pictures by table: what receivers show and what they refuse.</summary>
public sealed class SvgProfileTests
{
    private const string Root = "<svg xmlns=\"http://www.w3.org/2000/svg\" xmlns:xlink=\"http://www.w3.org/1999/xlink\" version=\"1.2\" baseProfile=\"tiny-ps\" viewBox=\"0 0 64 64\">";
    private const string Title = "<title>Example</title>";

    [Theory]
    [InlineData("<rect width=\"64\" height=\"64\" fill=\"#fff\"/>")]
    [InlineData("<defs><linearGradient id=\"g\"/></defs><path d=\"M0 0\" fill=\"url(#g)\"/>")]
    [InlineData("<g id=\"one\"/><use xlink:href=\"#one\"/><!-- drawn by hand -->")]
    public void Problems_PictureOfTheProfile_AreNone(string content) =>
        Assert.Empty(SvgProfile.Problems($"<?xml version=\"1.0\" encoding=\"UTF-8\"?>{Root}{Title}{content}</svg>"));

    [Theory]
    [InlineData("<script>1</script>", "script")]
    [InlineData("<rect onclick=\"go()\"/>", "attribute onclick")]
    [InlineData("<rect><animate attributeName=\"x\"/></rect>", "animation")]
    [InlineData("<set attributeName=\"x\"/>", "animation")]
    [InlineData("<image xlink:href=\"data:image/png;base64,AAAA\"/>", "raster")]
    [InlineData("<use xlink:href=\"https://example.net/a.svg#b\"/>", "outside")]
    [InlineData("<rect fill=\"url(https://example.net/a.svg#b)\"/>", "outside")]
    [InlineData("<rect style=\"fill: url( 'https://example.net/a' )\"/>", "outside")]
    [InlineData("<g xml:base=\"https://example.net/\"/>", "outside")]
    [InlineData("<a xlink:href=\"#x\"/>", "link")]
    [InlineData("<foreignObject/>", "other content")]
    [InlineData("<?xml-stylesheet href=\"a.css\"?>", "instruction")]
    [InlineData("<g>", "well-formed")]
    public void Problems_WhatReceiversRefuse_IsNamed(string content, string problem) =>
        Assert.Contains(problem, string.Join(' ', SvgProfile.Problems($"{Root}{Title}{content}</svg>")), StringComparison.Ordinal);

    [Theory]
    [InlineData("version=\"1.2\"", "version=\"1.1\"", "version=\"1.1\"")]
    [InlineData("version=\"1.2\"", "", "no version")]
    [InlineData("baseProfile=\"tiny-ps\"", "baseProfile=\"tiny\"", "baseProfile=\"tiny\"")]
    [InlineData("baseProfile=\"tiny-ps\"", "", "no baseProfile")]
    [InlineData("0 0 64 64", "0 0 64 65", "square")]
    [InlineData("0 0 64 64", "0,0,-64,-64", "square")]
    [InlineData("0 0 64 64", "none", "square")]
    [InlineData("viewBox", "x=\"0px\" viewBox", "attribute x or y")]
    [InlineData("http://www.w3.org/2000/svg", "http://example.net/", "namespace")]
    public void Problems_RootOfAnotherKind_IsNamed(string text, string other, string problem)
    {
        var problems = SvgProfile.Problems($"{Root.Replace(text, other, StringComparison.Ordinal)}{Title}</svg>");
        Assert.Contains(problem, Assert.Single(problems), StringComparison.Ordinal);
    }

    [Fact]
    public void Problems_NoTitleOrOneFurtherDown_IsNamed()
    {
        Assert.Equal(["It has no title."], SvgProfile.Problems($"{Root}</svg>"));
        Assert.Equal(["It has no title."], SvgProfile.Problems($"{Root}<g>{Title}</g></svg>"));
    }

    [Theory]
    [InlineData("<!DOCTYPE svg PUBLIC \"-//W3C//DTD SVG 1.1//EN\" \"http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd\">")]
    [InlineData("<!DOCTYPE svg [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>")]
    public void Problems_DocumentType_IsRefusedUnread(string type) =>
        Assert.Contains("DOCTYPE", Assert.Single(SvgProfile.Problems($"{type}{Root}{Title}&b;</svg>")), StringComparison.Ordinal);

    [Theory]
    [InlineData("")]
    [InlineData("not xml")]
    [InlineData("\u001f\u008b")]
    public void Problems_NoXml_IsNamed(string text) => Assert.Equal(["It is not well-formed XML."], SvgProfile.Problems(text));

    [Fact]
    public void Problems_ThousandsOfFaults_AreCutShort() =>
        Assert.InRange(SvgProfile.Problems($"{Root}{Title}{string.Concat(Enumerable.Range(0, 5000).Select(i => $"<rect on{i}=\"\"/>"))}</svg>").Count, 1, 12);
}
