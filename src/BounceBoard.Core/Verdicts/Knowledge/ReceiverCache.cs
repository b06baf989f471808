namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>A receiver that goes on refusing for a while after the cause is gone: retrying sooner measures its cache.</summary>
/// <param name="Operator">Name of the gateway.</param>
/// <param name="Under">Organizational domain of its MX hosts.</param>
/// <param name="Lasts">How long it remembers.</param>
/// <param name="Source">Where that is stated.</param>
internal sealed record ReceiverCache(string Operator, string Under, TimeSpan Lasts, string Source);
