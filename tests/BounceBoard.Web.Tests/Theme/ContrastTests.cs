using BounceBoard.Web.Theme;
using MudBlazor;
using MudBlazor.Utilities;
using Xunit;

namespace BounceBoard.Web.Tests.Theme;

public sealed class ContrastTests
{
    public static TheoryData<bool> Modes => [false, true];

    [Theory]
    [MemberData(nameof(Modes))]
    public void Text_OnEveryGround_HasAtLeast4Point5(bool dark)
    {
        var palette = Palette(dark);
        (string Name, MudColor Text, MudColor Ground)[] pairs =
        [
            ("text on page", palette.TextPrimary, palette.Background),
            ("muted on page", palette.TextSecondary, palette.Background),
            ("muted on panel", palette.TextSecondary, palette.Surface),
            ("muted on sunken", palette.TextSecondary, palette.BackgroundGray),
            ("link on page", palette.Primary, palette.Background),
            ("button", palette.PrimaryContrastText, palette.Primary),
            ("link on soft", palette.Primary, new MudColor(palette.PrimaryLighten)),
            ("retry", palette.Success, new MudColor(palette.SuccessLighten)),
            ("investigate", palette.Warning, new MudColor(palette.WarningLighten)),
            ("suppress", palette.Error, new MudColor(palette.ErrorLighten)),
            ("held", palette.Tertiary, new MudColor(palette.TertiaryLighten)),
        ];

        Assert.All(pairs, pair => Assert.True(Ratio(pair.Text, pair.Ground) >= 4.5, $"{pair.Name}: {Ratio(pair.Text, pair.Ground):0.00}"));
    }

    [Theory]
    [MemberData(nameof(Modes))]
    public void Graphics_OnPanel_HaveAtLeast3(bool dark)
    {
        var palette = Palette(dark);

        Assert.True(Ratio(palette.LinesInputs, palette.Surface) >= 3);
        Assert.True(Ratio(new MudColor(palette.ErrorDarken), palette.Surface) >= 3);
        Assert.True(Ratio(palette.Info, palette.Surface) >= 3);
    }

    [Fact]
    public void Sheet_Built_HoldsBothPalettes()
    {
        Assert.Contains("--mud-palette-primary:rgba(31,95,191,1)", ThemeSheet.Text, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary:rgba(125,180,255,1)", ThemeSheet.Text, StringComparison.Ordinal);
        Assert.Contains("--mud-palette-primary-text:", ThemeSheet.Text, StringComparison.Ordinal);
    }

    private static Palette Palette(bool dark) => dark ? HouseTheme.Theme.PaletteDark : HouseTheme.Theme.PaletteLight;

    // WCAG 2.2, definition of contrast ratio.
    private static double Ratio(MudColor one, MudColor other)
    {
        var (a, b) = (Luminance(one), Luminance(other));
        return (Math.Max(a, b) + 0.05) / (Math.Min(a, b) + 0.05);
    }

    private static double Luminance(MudColor color) => (0.2126 * Linear(color.R)) + (0.7152 * Linear(color.G)) + (0.0722 * Linear(color.B));

    private static double Linear(byte part) => part / 255.0 is var share && share <= 0.04045 ? share / 12.92 : Math.Pow((share + 0.055) / 1.055, 2.4);
}
