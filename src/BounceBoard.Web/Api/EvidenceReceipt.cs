using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Operations.Evidence;

namespace BounceBoard.Web.Api;

/// <summary>The answer of the API: received = stored + duplicates + quarantined, and what became of each item.</summary>
internal sealed record EvidenceReceipt(int Received, int Stored, int Duplicates, int Quarantined, IReadOnlyList<EvidenceReceipt.Item> Items)
{
    public static EvidenceReceipt Of(IntakeResult result) => new(
        result.Received,
        result.Stored,
        result.Duplicates,
        result.Quarantined,
        [
            .. result.Items.Select(item => new Item(
                item.Name, KebabName.Of(item.Outcome), item.EvidenceId.ToString(CultureInfo.InvariantCulture), item.Bounces, item.Reason)),
        ]);

    /// <param name="EvidenceId">As text: it is larger than a number in JavaScript can be.</param>
    internal sealed record Item(string Name, string Outcome, string EvidenceId, int Bounces, string? Reason);
}
