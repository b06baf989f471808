using BounceBoard.Core.Endpoints;
using BounceBoard.Core.Verdicts;
using BounceBoard.Web.Components;
using Bunit;
using Microsoft.AspNetCore.Components;
using Xunit;

namespace BounceBoard.Web.Tests.Components;

public sealed class ComponentTests : BunitContext
{
    [Theory]
    [InlineData(Verdict.Retry, Confidence.Low, 1)]
    [InlineData(Verdict.Investigate, Confidence.Medium, 2)]
    [InlineData(Verdict.Suppress, Confidence.High, 3)]
    public void VerdictChip_WithConfidence_HasIconWordAndBars(Verdict verdict, Confidence confidence, int bars)
    {
        var chip = Render<VerdictChip>(parameters => parameters.Add(c => c.Verdict, verdict).Add(c => c.Confidence, confidence));

        Assert.NotNull(chip.Find("svg[aria-hidden=true]"));
        Assert.Contains(verdict.ToString(), chip.Find(".verdict").TextContent, StringComparison.Ordinal);
        Assert.Contains($"confidence {confidence.ToString().ToLowerInvariant()}", chip.Find(".visually-hidden").TextContent, StringComparison.Ordinal);
        Assert.Equal(bars, chip.FindAll(".bars i.on").Count);
    }

    [Fact]
    public void EndpointMatch_WithComparison_CountsTheResolvers()
    {
        ResolverFinding Finding(EndpointRelation relation) => new("r", relation, "how", null);
        var comparison = new EndpointComparison(
            EndpointRelation.Foreign, "how", [Finding(EndpointRelation.Foreign), Finding(EndpointRelation.CurrentMx)], false, false, null);

        var match = Render<EndpointMatch>(parameters => parameters.Add(c => c.Relation, EndpointRelation.Foreign).Add(c => c.Comparison, comparison));

        Assert.Contains("not in MX, 1 of 2", match.Find(".match").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Mono_TextThatReordersOthers_ShowsTheMark()
    {
        var mono = Render<Web.Components.Mono>(parameters => parameters.Add(c => c.Value, "a\u202Eb@example.net"));

        Assert.Equal("a[U+202E]b@example.net", mono.Find("code").TextContent);
        Assert.Equal(2, mono.FindAll("wbr").Count);
    }

    [Fact]
    public void Mono_Markup_StaysText()
    {
        var mono = Render<Web.Components.Mono>(parameters => parameters.Add(c => c.Value, "<img src=x onerror=alert(1)>"));

        Assert.Empty(mono.FindAll("img"));
    }

    [Fact]
    public void ListFaces_EachState_ShowsItsOwnFace()
    {
        Assert.Contains("Reading things", Faces(null, null).Find("[role=status]").TextContent, StringComparison.Ordinal);
        Assert.Equal("nothing", Faces([], null).Markup.Trim());
        Assert.Equal("2 things", Faces(["a", "b"], null).Markup.Trim());
        Assert.Contains("broken", Faces(["a"], "broken").Find("[role=alert]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void Field_WithFault_IsDescribedByIt()
    {
        RenderFragment<FieldIds> control = ids => builder =>
        {
            builder.OpenElement(0, "input");
            builder.AddAttribute(1, "id", ids.Id);
            builder.AddAttribute(2, "aria-describedby", ids.DescribedBy);
            builder.AddAttribute(3, "aria-invalid", ids.Invalid);
            builder.CloseElement();
        };

        var field = Render<Field>(parameters => parameters
            .Add(c => c.Id, "slug").Add(c => c.Label, "Slug").Add(c => c.Hint, "a-z").Add(c => c.Fault, "too long").Add(c => c.ChildContent, control));

        Assert.Equal("slug-fault slug-hint", field.Find("input").GetAttribute("aria-describedby"));
        Assert.Equal("true", field.Find("input").GetAttribute("aria-invalid"));
        Assert.Equal("slug", field.Find("label").GetAttribute("for"));
        Assert.Equal("too long", field.Find("#slug-fault").TextContent);
    }

    [Fact]
    public void ConfirmButton_FirstPress_OnlyAsks()
    {
        var confirmed = 0;
        var button = Render<ConfirmButton>(parameters => parameters
            .Add(c => c.Label, "Revoke").Add(c => c.Question, "Sure?").Add(c => c.Confirmed, () => confirmed++));

        button.Find("button").Click();
        Assert.Equal(0, confirmed);
        button.Find("button.danger").Click();

        Assert.Equal(1, confirmed);
    }

    private IRenderedComponent<ListFaces<string>> Faces(IReadOnlyList<string>? items, string? fault) =>
        Render<ListFaces<string>>(parameters => parameters
            .Add(c => c.Items, items).Add(c => c.What, "things").Add(c => c.Fault, fault)
            .Add(c => c.Empty, "nothing").Add(c => c.Full, all => $"{all.Count} things"));
}
