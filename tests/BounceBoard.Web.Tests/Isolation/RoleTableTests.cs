using System.Net;
using Xunit;

namespace BounceBoard.Web.Tests.Isolation;

/// <summary>The matrix of rights as the browser meets it: a page is there for a role, or it is not.</summary>
[Collection(TwoTenantsHouse.Name)]
public sealed class RoleTableTests(TwoTenants house)
{
    private static readonly string[] Roles = ["owner", "technician", "admin", "operator", "approver", "viewer", "b-admin"];

    [Theory]
    //                                            O T A O A V other
    [InlineData("/t/tenant-a", "x x x x x x -")]
    [InlineData("/t/tenant-a/incidents", "x x x x x x -")]
    [InlineData("/t/tenant-a/incidents/1", "x x x x x x -")]
    [InlineData("/t/tenant-a/evidence", "x x x x x x -")]
    [InlineData("/t/tenant-a/evidence/ID", "x x x x x x -")]
    [InlineData("/t/tenant-a/evidence/ID/raw", "x x x x x - -")]
    [InlineData("/t/tenant-a/suppressions", "x x x x x x -")]
    [InlineData("/t/tenant-a/suppressions/export", "x x x x x - -")]
    [InlineData("/t/tenant-a/retries", "x x x x x x -")]
    [InlineData("/t/tenant-a/retries/1", "x x x x x x -")]
    [InlineData("/t/tenant-a/domains", "x x x x x x -")]
    [InlineData("/t/tenant-a/domains/DOMAIN", "x x x x x x -")]
    [InlineData("/t/tenant-a/domains/DOMAIN/what-if", "x x x x x x -")]
    [InlineData("/t/tenant-a/settings/tenant", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/people", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/routes", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/sending", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/alerts", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/retries", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/sources", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/tokens", "x - x - - - -")]
    [InlineData("/t/tenant-a/settings/wordings", "x x x x x x -")]
    [InlineData("/t/tenant-a/settings/wordings/new", "x x x x - - -")]
    [InlineData("/t/tenant-a/settings/wordings/rules/RULE", "x x x x - - -")]
    [InlineData("/t/tenant-a/settings/replay", "x x x x x x -")]
    [InlineData("/t/tenant-a/audit", "x - x - - - -")]
    [InlineData("/users", "x - - - - - -")]
    [InlineData("/wordings", "x - - - - - -")]
    [InlineData("/tenants/new", "x - - - - - -")]
    [InlineData("/audit", "x - - - - - -")]
    [InlineData("/hangfire", "x - - - - - -")]
    [InlineData("/hangfire/recurring", "x - - - - - -")]
    public async Task Page_ForEachRole_IsThereOrIsNot(string path, string row)
    {
        foreach (var (who, cell) in Roles.Zip(row.Split(' ')))
        {
            using var answer = await house.As(who).GetAsync(Path(path));

            Assert.True(answer.StatusCode == (cell == "x" ? HttpStatusCode.OK : HttpStatusCode.NotFound), $"{path} answered {who} {answer.StatusCode}.");
        }
    }

    [Theory]
    //                                                                            O T A O A V
    [InlineData("/t/tenant-a/evidence", "type=\"file\"", "x x x x - -")]
    [InlineData("/t/tenant-a/evidence/ID", "id=\"raw-text\"", "x x x x x -")]
    [InlineData("/t/tenant-a/incidents/1", "again now<", "x x x x - -")]
    [InlineData("/t/tenant-a/suppressions", "Suppress one address", "x x x x - -")]
    [InlineData("/t/tenant-a/suppressions", "alphacanary-person@", "x x x x x -")]
    [InlineData("/t/tenant-a/retries", "id=\"stop-reason\"", "x x x x x -")]
    [InlineData("/t/tenant-a/retries", "id=\"stop-reason-all\"", "x - - - - -")]
    [InlineData("/t/tenant-a/retries/1", "alphacanary-person@", "x x x x x -")]
    [InlineData("/t/tenant-a/domains", "Add domain", "x x x - - -")]
    [InlineData("/t/tenant-a/domains/DOMAIN?part=settings", "Make a report link", "x x x - - -")]
    [InlineData("/t/tenant-a/settings/wordings", "Make a rule<", "x x x x - -")]
    [InlineData("/t/tenant-a/settings/wordings", "alphacanary-person@", "x x x x x -")]
    [InlineData("/t/tenant-a", "/t/tenant-a/audit\"", "x - x - - -")]
    [InlineData("/t/tenant-a/incidents/1", "alphacanary-person@", "x x x x x -")]
    public async Task Action_ForEachRole_IsOfferedOrIsNot(string path, string mark, string row)
    {
        foreach (var (who, cell) in Roles.Zip(row.Split(' ')))
        {
            var page = (await house.As(who).GetStringAsync(Path(path))).Replace("<wbr>", "", StringComparison.Ordinal).Replace("<wbr />", "", StringComparison.Ordinal);

            Assert.True(page.Contains(mark, StringComparison.OrdinalIgnoreCase) == (cell == "x"), $"{path} for {who}: '{mark}' should be {(cell == "x" ? "there" : "absent")}.");
        }
    }

    private string Path(string path) => path
        .Replace("ID", $"{house.A.EvidenceId}", StringComparison.Ordinal)
        .Replace("RULE", $"{house.A.RuleId}", StringComparison.Ordinal)
        .Replace("DOMAIN", house.A.Domain, StringComparison.Ordinal);
}
