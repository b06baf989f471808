using System.Reflection;
using System.Text;
using System.Text.Json;
using MudBlazor;
using MudBlazor.Utilities;

namespace BounceBoard.Web.Theme;

/// <summary>Both palettes as one style sheet, so that light or dark is the browser's choice before the first paint and pages without a circuit have colours too.</summary>
internal static class ThemeSheet
{
    /// <summary>The sheet; its selectors outweigh the <c>:root</c> rule that MudThemeProvider writes for one palette.</summary>
    public static string Text { get; } = Build();

    private static string Build()
    {
        var (light, dark) = (Declarations(HouseTheme.Theme.PaletteLight), Declarations(HouseTheme.Theme.PaletteDark));
        return $$"""
            html:root { color-scheme: light; {{light}} }
            html:root[data-theme=dark] { color-scheme: dark; {{dark}} }
            @media (prefers-color-scheme: dark) { html:root:not([data-theme]) { color-scheme: dark; {{dark}} } }
            """;
    }

    private static string Declarations(Palette palette)
    {
        var text = new StringBuilder();
        foreach (var property in palette.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
        {
            if (property.GetValue(palette) is { } value && Color(value) is { } color)
            {
                var name = VariableName(property.Name);
                text.Append($"--mud-palette-{name}:{color.ToString(MudColorOutputFormats.RGBA)};");
                text.Append($"--mud-palette-{name}-rgb:{color.R},{color.G},{color.B};");
            }
        }
        foreach (var (name, color) in Hovers(palette))
        {
            text.Append($"--mud-palette-{name}-hover:rgba({color.R},{color.G},{color.B},0.08);");
        }
        return text.ToString();
    }

    // Shades such as PrimaryDarken are strings in MudBlazor, colours are MudColor.
    private static MudColor? Color(object value) => value switch
    {
        MudColor color => color,
        string text when MudColor.TryParse(text, out var color) => color,
        _ => null,
    };

    // MudBlazor's own variables: PrimaryContrastText is --mud-palette-primary-text.
    private static string VariableName(string property) =>
        JsonNamingPolicy.KebabCaseLower.ConvertName(property).Replace("-contrast-text", "-text", StringComparison.Ordinal);

    private static IEnumerable<(string Name, MudColor Color)> Hovers(Palette palette) =>
    [
        ("primary", palette.Primary), ("secondary", palette.Secondary), ("tertiary", palette.Tertiary), ("info", palette.Info),
        ("success", palette.Success), ("warning", palette.Warning), ("error", palette.Error), ("dark", palette.Dark),
        ("action-default", palette.TextPrimary),
    ];
}
