using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Verdicts;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Operations.Verdicts;

/// <summary>
/// What makes two verdicts different: what they say, the rules that led there, the answers that were compared, and the order of size. Sentences and
/// times are left out, else each refusal of a storm would append a row that says the same.
/// </summary>
internal static class VerdictFingerprint
{
    /// <summary>Up to here each person counts; beyond, only each doubling.</summary>
    private const int Exact = 10;

    public static string Of(Finding finding, IncidentRow incident, IReadOnlyList<long> observationIds)
    {
        var people = incident.People <= Exact ? incident.People : Exact + BitOperations.Log2((ulong)incident.People);
        string[] parts =
        [
            finding.Verdict.ToString(), finding.Confidence.ToString(), finding.Cause.ToString(), finding.SubCause ?? "", finding.Relation.ToString(),
            .. finding.Reasons.Select(reason => $"{reason.Rule}={reason.For}"),
            .. finding.Missing,
            .. observationIds.Select(id => id.ToString(CultureInfo.InvariantCulture)),
            people.ToString(CultureInfo.InvariantCulture),
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }
}
