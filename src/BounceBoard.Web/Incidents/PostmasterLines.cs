using System.Globalization;
using System.Text;
using BounceBoard.Web.Components;

namespace BounceBoard.Web.Incidents;

/// <summary>Lines of <c>name: value</c>, each on one line whatever a stranger wrote into it.</summary>
/// <param name="visible">Takes out what is not to be seen.</param>
internal sealed class PostmasterLines(Func<string, string> visible)
{
    private readonly StringBuilder _text = new();

    public void Title(string title) => _text.Append(CultureInfo.InvariantCulture, $"\n{title}\n");

    public void Line(string name, string? value) => Plain(name, value is null ? null : visible(value));

    /// <summary>A value that names nobody.</summary>
    public void Plain(string name, string? value) =>
        _text.Append(CultureInfo.InvariantCulture, $"{name + ":",-19} {VisibleText.Marked(value ?? "unknown").ReplaceLineEndings(" ")}\n");

    public override string ToString() => _text.ToString();

    public static string Time(DateTimeOffset at) => at.ToUniversalTime().ToString("yyyy-MM-dd HH:mm:ss '+0000 (UTC)'", CultureInfo.InvariantCulture);
}
