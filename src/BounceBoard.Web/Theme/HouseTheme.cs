using MudBlazor;

namespace BounceBoard.Web.Theme;

/// <summary>The one theme. Success, Warning and Error are the verdicts Retry, Investigate and Suppress; Tertiary is held or in doubt; Info is a delivery in a chart.</summary>
internal static class HouseTheme
{
    private static readonly string[] Sans = ["system-ui", "Segoe UI", "Roboto", "Noto Sans", "sans-serif"];

    public static MudTheme Theme { get; } = new()
    {
        PaletteLight = LightPalette.Create(),
        PaletteDark = DarkPalette.Create(),
        LayoutProperties = new LayoutProperties { DefaultBorderRadius = "6px", DrawerWidthLeft = "208px", AppbarHeight = "48px" },
        Typography = new Typography
        {
            Default = new DefaultTypography { FontFamily = Sans, FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
            Body1 = new Body1Typography { FontFamily = Sans, FontSize = "14px", LineHeight = "20px", LetterSpacing = "normal" },
            Body2 = new Body2Typography { FontFamily = Sans, FontSize = "13px", LineHeight = "18px", LetterSpacing = "normal" },
            Button = new ButtonTypography
            {
                FontFamily = Sans,
                FontSize = "13px",
                FontWeight = "500",
                LineHeight = "20px",
                LetterSpacing = "normal",
                TextTransform = "none",
            },
            H6 = new H6Typography { FontFamily = Sans, FontSize = "16px", FontWeight = "600", LineHeight = "24px", LetterSpacing = "normal" },
        },
    };
}
