namespace BounceBoard.Storage.Webhooks;

/// <summary>Why a post was not stored, as it is counted: no good signature, taken before, or something of no count that people should read.</summary>
public enum WebhookRefusal { Forged, Replayed, Other }
