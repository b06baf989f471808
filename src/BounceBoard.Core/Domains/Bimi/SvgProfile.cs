using System.Globalization;
using System.Xml;

namespace BounceBoard.Core.Domains.Bimi;

/// <summary>The profile of SVG that receivers show: SVG Tiny 1.2 Portable/Secure (draft-svg-tiny-ps-abrotman §2).</summary>
public static class SvgProfile
{
    private const string Namespace = "http://www.w3.org/2000/svg";
    private const int MostCharacters = 1024 * 1024;
    private const int MostProblems = 10;
    private const int LongestShown = 40;

    /// <summary>Elements that move, run, link or draw pixels.</summary>
    private static readonly Dictionary<string, string> Forbidden = new(StringComparer.Ordinal)
    {
        ["script"] = "a script",
        ["handler"] = "a script",
        ["listener"] = "a script",
        ["animate"] = "an animation",
        ["animateColor"] = "an animation",
        ["animateMotion"] = "an animation",
        ["animateTransform"] = "an animation",
        ["set"] = "an animation",
        ["animation"] = "an animation",
        ["discard"] = "an animation",
        ["mpath"] = "an animation",
        ["image"] = "a raster picture",
        ["video"] = "a film",
        ["audio"] = "a sound",
        ["foreignObject"] = "other content",
        ["iframe"] = "other content",
        ["a"] = "a link",
    };

    /// <returns>What is wrong with the picture, one sentence each; empty when nothing is.</returns>
    public static IReadOnlyList<string> Problems(string svg)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersInDocument = MostCharacters, IgnoreComments = true };
        List<string> problems = [];
        try
        {
            using var text = new StringReader(svg);
            using var reader = XmlReader.Create(text, settings);
            var hasTitle = false;
            while (problems.Count < MostProblems && reader.Read())
            {
                if (reader.NodeType == XmlNodeType.ProcessingInstruction && reader.Name != "xml")
                {
                    problems.Add($"It has an instruction <?{Short(reader.Name)}?>.");
                }
                else if (reader.NodeType == XmlNodeType.Element)
                {
                    hasTitle |= reader is { Depth: 1, LocalName: "title" };
                    problems.AddRange(reader.Depth == 0 ? OfRoot(reader) : OfElement(reader));
                    problems.AddRange(OfAttributes(reader));
                }
            }
            return [.. problems.Concat(hasTitle || problems.Count >= MostProblems ? [] : ["It has no title."]).Distinct()];
        }
        catch (XmlException)
        {
            return svg.Contains("<!DOCTYPE", StringComparison.OrdinalIgnoreCase)
                ? ["It has a document type (DOCTYPE), which receivers refuse."]
                : [.. problems.Distinct(), "It is not well-formed XML."];
        }
    }

    private static IEnumerable<string> OfRoot(XmlReader reader)
    {
        if (reader.LocalName != "svg" || reader.NamespaceURI != Namespace)
        {
            yield return "Its root is no svg element of the SVG namespace.";
        }
        if (reader.GetAttribute("version") is var version && version != "1.2")
        {
            yield return version is null ? "The root has no version; version=\"1.2\" is wanted." : $"The root has version=\"{Short(version)}\"; version=\"1.2\" is wanted.";
        }
        if (reader.GetAttribute("baseProfile") is var profile && profile != "tiny-ps")
        {
            yield return profile is null ? "The root has no baseProfile; baseProfile=\"tiny-ps\" is wanted." : $"The root has baseProfile=\"{Short(profile)}\"; baseProfile=\"tiny-ps\" is wanted.";
        }
        if (reader.GetAttribute("x") is not null || reader.GetAttribute("y") is not null)
        {
            yield return "The root has the attribute x or y.";
        }
        if (!IsSquare(reader.GetAttribute("viewBox")))
        {
            yield return "The viewBox of the root is not square.";
        }
    }

    private static IEnumerable<string> OfElement(XmlReader reader) =>
        Forbidden.TryGetValue(reader.LocalName, out var what) ? [$"It has {what} (<{reader.LocalName}>)."] : [];

    private static List<string> OfAttributes(XmlReader reader)
    {
        List<string> found = [];
        for (var more = reader.MoveToFirstAttribute(); more; more = reader.MoveToNextAttribute())
        {
            var (name, value) = (reader.LocalName, reader.Value.Trim());
            if (name.StartsWith("on", StringComparison.OrdinalIgnoreCase) && reader.Prefix.Length == 0)
            {
                found.Add($"It has a script (attribute {Short(name)}).");
            }
            else if ((name is "href" or "src" && !value.StartsWith('#')) || (name == "base" && reader.Prefix == "xml") || LeadsOut(value))
            {
                found.Add($"It refers to something outside (attribute {Short(name)}).");
            }
        }
        reader.MoveToElement();
        return found;
    }

    // url(#id) stays inside; anything else in url() does not.
    private static bool LeadsOut(string value)
    {
        for (var at = value.IndexOf("url(", StringComparison.OrdinalIgnoreCase); at >= 0; at = value.IndexOf("url(", at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if (!value.AsSpan(at + 4).TrimStart(" '\"").StartsWith("#"))
            {
                return true;
            }
        }
        return false;
    }

    // What a stranger wrote into the file is shown, but never at length.
    private static string Short(string text) => text.Length <= LongestShown ? text : $"{text[..LongestShown]}…";

    private static bool IsSquare(string? viewBox)
    {
        var numbers = (viewBox ?? "").Split([' ', ',', '\t', '\r', '\n'], StringSplitOptions.RemoveEmptyEntries)
            .Select(text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : double.NaN).ToList();
        return numbers is [_, _, > 0 and var width, > 0 and var height] && Math.Abs(width - height) < 0.001 * width;
    }
}
