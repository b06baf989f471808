using BounceBoard.TestKit.Storage;
using Xunit;

namespace BounceBoard.Storage.Tests.Plans;

/// <summary>Holds every statement of some work against <see cref="PlanFaults"/>.</summary>
internal static class FollowedPlan
{
    public static async Task AssertAsync(Database.Database database, Func<Task> work)
    {
        var statements = await SeenStatements.OfAsync(work);
        Assert.NotEmpty(statements);
        foreach (var sql in statements)
        {
            var plan = await StatementPlan.OfAsync(database, sql);
            var faults = PlanFaults.In(sql, plan);
            Assert.True(faults.Count == 0, $"{string.Join('\n', faults)}\nin\n{sql}\nwhose plan is\n{string.Join('\n', plan)}");
        }
    }
}
