using BounceBoard.Core.Verdicts;

namespace BounceBoard.Core.Replays;

/// <summary>The verdict of one recipient.</summary>
/// <param name="Tenant">Slug.</param>
/// <param name="Recipient">As first submitted.</param>
public sealed record RecipientAnswer(string Tenant, string Recipient, Finding Finding);
