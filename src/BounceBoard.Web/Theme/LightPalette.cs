using MudBlazor;

namespace BounceBoard.Web.Theme;

/// <summary>Colours on light ground: text at least 4.5:1, graphics at least 3:1 (WCAG 2.2, 1.4.3 and 1.4.11).</summary>
internal static class LightPalette
{
    public static PaletteLight Create() => new()
    {
        Background = "#F6F7F9",
        BackgroundGray = "#EEF0F4",
        Surface = "#FFFFFF",
        TextPrimary = "#161B22",
        TextSecondary = "#525C6B",
        TextDisabled = "#6B7482",
        LinesDefault = "#DDE2E9",
        LinesInputs = "#858E9C",
        TableLines = "#DDE2E9",
        TableHover = "#F0F3F8",
        Divider = "#DDE2E9",
        Primary = "#1F5FBF",
        PrimaryContrastText = "#FFFFFF",
        PrimaryLighten = "#E5EEFB",
        Success = "#1A7446",
        SuccessLighten = "#E4F4EB",
        Warning = "#8A5300",
        WarningLighten = "#FDF1DC",
        Error = "#B02A22",
        ErrorLighten = "#FCE8E6",
        ErrorDarken = "#B02A22",
        Tertiary = "#5A48B0",
        TertiaryLighten = "#ECE9FA",
        Info = "#6A90C4",
        ActionDefault = "#525C6B",
        AppbarBackground = "#FFFFFF",
        AppbarText = "#161B22",
        DrawerBackground = "#F6F7F9",
        DrawerText = "#161B22",
        DrawerIcon = "#525C6B",
        OverlayDark = "#161B2266",
    };
}
