using System.Globalization;

namespace BounceBoard.Operations.Suppressions;

/// <summary>Numbers of addresses as people and audit logs read them.</summary>
public static class SuppressionCount
{
    /// <summary><c>1 address</c>, <c>1,204 addresses</c></summary>
    public static string Of(long count) => string.Create(CultureInfo.InvariantCulture, $"{count:N0} {(count == 1 ? "address" : "addresses")}");
}
