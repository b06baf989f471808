using System.Net;
using BounceBoard.Storage.Database;

namespace BounceBoard.Web.Hosting;

/// <summary>The page without a database: nothing in it needs one, and a reader's loads itself again until the real one is there.</summary>
internal static class OutagePage
{
    public const int Seconds = 3;

    private static readonly string[] Sheets = ["/theme.css", "/css/tokens.css", "/css/base.css", "/css/shell.css", "/css/components.css", "/css/pages.css"];

    /// <param name="isReading">Loading again repeats nothing that was sent.</param>
    public static string Of(OutageState? state, bool isReading) => $"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          {(isReading ? $"<meta http-equiv=\"refresh\" content=\"{Seconds}\" />" : "")}
          <title>Waiting for the database · BounceBoard</title>
          {string.Concat(Sheets.Select(sheet => $"<link rel=\"stylesheet\" href=\"{sheet}\" />"))}
        </head>
        <body>
          <p class="banner warn" role="status">{WebUtility.HtmlEncode(OutageWords.Of(state))}</p>
          <main class="sign-in">
            <div class="panel">
              <h1>Waiting for the database</h1>
              <p>{(isReading ? "This page comes by itself as soon as the database answers." : WebUtility.HtmlEncode(OutageWords.Unsure))}</p>
              <p><a href="">Load it now</a></p>
            </div>
          </main>
        </body>
        </html>
        """;
}
