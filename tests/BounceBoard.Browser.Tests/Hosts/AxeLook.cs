using System.Text.Json;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace BounceBoard.Browser.Tests.Hosts;

/// <summary>
/// Axe in the page itself. The package's own way opens a second page for each look and carries home all that passed, two seconds a look; the pages
/// have no frames, so one script in the page sees all of it.
/// </summary>
internal sealed class AxeLook(IPage page)
{
    private const string Run = """
        async rules => {
          const options = { resultTypes: ['violations'] };
          if (rules) options.runOnly = { type: 'rule', values: rules };
          const found = await axe.run(document, options);
          return JSON.stringify(found.violations.map(violation => ({
            id: violation.id, impact: violation.impact ?? '', help: violation.help, count: violation.nodes.length,
            nodes: violation.nodes.slice(0, 5).map(node => node.html + ' ' + (node.any[0]?.message ?? '')),
          })));
        }
        """;

    private static readonly string Script = new BundledAxeScriptProvider().GetScript();
    private static readonly JsonSerializerOptions Names = new(JsonSerializerDefaults.Web);

    /// <param name="rules">Only these; null: all that axe has.</param>
    /// <returns>What breaks a rule.</returns>
    public async Task<IReadOnlyList<AxeFinding>> FindAsync(string[]? rules)
    {
        Assert.True(page.Frames.Count == 1, $"{page.Url} has a frame, into which this look does not see.");
        if (!await page.EvaluateAsync<bool>("'axe' in window"))
        {
            await page.EvaluateAsync(Script);
        }
        return JsonSerializer.Deserialize<AxeFinding[]>(await page.EvaluateAsync<string>(Run, rules), Names) ?? [];
    }
}
