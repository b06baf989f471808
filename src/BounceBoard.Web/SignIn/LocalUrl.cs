namespace BounceBoard.Web.SignIn;

/// <summary>Where to go after the sign-in: only inside this installation.</summary>
internal static class LocalUrl
{
    /// <summary>The path, or the overview when it leads elsewhere: <c>//host</c> and <c>/\host</c> are other hosts to a browser.</summary>
    public static string Of(string? url) =>
        url is ['/', not ('/' or '\\'), ..] && !url.Any(char.IsControl) && !url.StartsWith("/login", StringComparison.OrdinalIgnoreCase) ? url : "/";
}
