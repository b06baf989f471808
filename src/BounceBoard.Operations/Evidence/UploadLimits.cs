using BounceBoard.Mail.Unpacking;

namespace BounceBoard.Operations.Evidence;

/// <summary>The limits of the importers, for a page that tells them before somebody meets them. Sizes in bytes.</summary>
/// <param name="Archive">Largest archive that is opened.</param>
/// <param name="Expanded">Most bytes that its members may expand to.</param>
public sealed record UploadLimits(long Mail, long Archive, long Expanded, int Members)
{
    public static UploadLimits InForce { get; } = new(
        InputLimits.Default.MailBytes, InputLimits.Default.CompressedBytes, InputLimits.Default.ExpandedBytes, InputLimits.Default.ArchiveMembers);
}
