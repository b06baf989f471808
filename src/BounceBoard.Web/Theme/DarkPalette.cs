using MudBlazor;

namespace BounceBoard.Web.Theme;

/// <summary>Colours on dark ground, with the same meanings as <see cref="LightPalette"/>.</summary>
internal static class DarkPalette
{
    public static PaletteDark Create() => new()
    {
        Black = "#0B0E12",
        Background = "#0F1318",
        BackgroundGray = "#1C222A",
        Surface = "#171C23",
        TextPrimary = "#E6EAF0",
        TextSecondary = "#A5AFBD",
        TextDisabled = "#8A94A3",
        LinesDefault = "#2B323C",
        LinesInputs = "#6F7A89",
        TableLines = "#2B323C",
        TableHover = "#1D242D",
        Divider = "#2B323C",
        Primary = "#7DB4FF",
        PrimaryContrastText = "#0F1318",
        PrimaryLighten = "#1A2B45",
        Success = "#63CF95",
        SuccessContrastText = "#0F1318",
        SuccessLighten = "#15301F",
        Warning = "#F1BA57",
        WarningContrastText = "#0F1318",
        WarningLighten = "#33260E",
        Error = "#FF8F85",
        ErrorContrastText = "#0F1318",
        ErrorLighten = "#3A1715",
        ErrorDarken = "#E8736A",
        Tertiary = "#B3A6FF",
        TertiaryContrastText = "#0F1318",
        TertiaryLighten = "#231E42",
        Info = "#5279AD",
        ActionDefault = "#A5AFBD",
        AppbarBackground = "#171C23",
        AppbarText = "#E6EAF0",
        DrawerBackground = "#0F1318",
        DrawerText = "#E6EAF0",
        DrawerIcon = "#A5AFBD",
        OverlayDark = "#00000099",
    };
}
