namespace BounceBoard.Core.Domains.Dkim;

/// <summary>What came of a message.</summary>
/// <param name="Results">One per signature, in the order of the header: the last signer first.</param>
/// <param name="Missing">Keys to ask for before this can be judged; while there are any, their signatures are a temperror.</param>
public sealed record DkimVerification(IReadOnlyList<DkimSignatureResult> Results, IReadOnlyList<RecordQuestion> Missing)
{
    public bool IsComplete => Missing.Count == 0;

    /// <summary>The best of all signatures, since one that passes is enough (RFC 6376 §6.1); none without a signature.</summary>
    public DkimResult Result => Results.Count == 0 ? DkimResult.None : Results.Select(result => result.Result).MinBy(Rank);

    private static int Rank(DkimResult result) => result switch
    {
        DkimResult.Pass => 0,
        // It may still turn out as a pass.
        DkimResult.Temperror => 1,
        DkimResult.Policy => 2,
        DkimResult.Fail => 3,
        DkimResult.Permerror => 4,
        DkimResult.Neutral => 5,
        DkimResult.None => 6,
    };
}
