using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace BounceBoard.Core.RetryBatches;

/// <summary>What ties an approval to one plan: SHA-256, hexadecimal, lower case.</summary>
public static class RetryPlanHash
{
    /// <summary>Of the cohort, in the order of sending.</summary>
    public static string OfCohort(IEnumerable<PlannedAttempt> attempts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var attempt in attempts)
        {
            foreach (var field in Fields(attempt))
            {
                // With its length before it no field can pass for the end of one and the start of the next.
                hash.AppendData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{field?.Length ?? -1}:{field}")));
            }
        }
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Of the plan as it is stored, without what its guards said: they are asked again before every approval.</summary>
    public static string Of(string planText) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(planText)));

    private static IEnumerable<string?> Fields(PlannedAttempt attempt) =>
    [
        attempt.Stage.ToString(CultureInfo.InvariantCulture), attempt.Recipient, attempt.Sender, attempt.Pool,
        attempt.OriginalId?.ToString(CultureInfo.InvariantCulture),
    ];
}
