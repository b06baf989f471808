namespace BounceBoard.Mail.Sending.Retries;

/// <summary>The mail that bounced, or why it cannot be had from its bounce.</summary>
/// <param name="Bytes">Empty when there is a fault.</param>
public sealed record OriginalFinding(ReadOnlyMemory<byte> Bytes, OriginalFault? Fault)
{
    public bool IsWhole => Fault is null;
}
