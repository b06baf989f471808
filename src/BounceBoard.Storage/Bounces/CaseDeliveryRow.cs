namespace BounceBoard.Storage.Bounces;

/// <summary>Accepted and failed attempts of recipients with, or without, a capital letter in the local part.</summary>
public sealed class CaseDeliveryRow
{
    public required bool UpperCase { get; init; }

    public long Accepted { get; init; }

    public long Failed { get; init; }
}
