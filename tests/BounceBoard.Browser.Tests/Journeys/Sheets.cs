namespace BounceBoard.Browser.Tests.Journeys;

/// <summary>The style sheets that the first page asks for.</summary>
internal static class Sheets
{
    public static async Task<IReadOnlyList<string>> OfAsync(HttpClient http)
    {
        var page = await http.GetStringAsync("login");
        var sheets = page.Split("rel=\"stylesheet\" href=\"").Skip(1).Select(rest => rest[..rest.IndexOf('"')].TrimStart('/')).ToList();
        Assert.NotEmpty(sheets);
        return sheets;
    }
}
