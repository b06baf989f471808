namespace BounceBoard.TestKit.Postgres;

/// <summary>There is no PostgreSQL here: on a person's machine the test is skipped with that reason, on one that checks changes it fails.</summary>
public sealed class PostgresMissingException(string reason) : Exception(Prefix + reason)
{
    // The text by which the test framework knows a skipped test from a failed one.
    private static string Prefix => Environment.GetEnvironmentVariable("CI") is { Length: > 0 } ? "" : "$XunitDynamicSkip$";
}
