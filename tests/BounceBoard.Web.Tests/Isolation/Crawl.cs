using System.Net;
using System.Text.RegularExpressions;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>Follows every link a person is offered, as the person.</summary>
internal static partial class Crawl
{
    private const int MostPages = 150;

    /// <returns>Body of every address under <paramref name="start"/> that answered 200.</returns>
    public static async Task<IReadOnlyDictionary<string, string>> FromAsync(HttpClient client, string start)
    {
        var bodies = new Dictionary<string, string>();
        var (waiting, seen) = (new Queue<string>([start]), new HashSet<string> { start });
        while (waiting.TryDequeue(out var path) && bodies.Count < MostPages)
        {
            using var answer = await client.GetAsync(path);
            if (answer.StatusCode != HttpStatusCode.OK)
            {
                continue;
            }
            var body = await answer.Content.ReadAsStringAsync();
            bodies[path] = body;
            foreach (var next in Link().Matches(body).Select(found => WebUtility.HtmlDecode(found.Groups[1].Value)))
            {
                if (next.StartsWith(start, StringComparison.Ordinal) && seen.Add(next))
                {
                    waiting.Enqueue(next);
                }
            }
        }
        return bodies;
    }

    [GeneratedRegex("""href="([^"#]+)""", RegexOptions.NonBacktracking)]
    private static partial Regex Link();
}
