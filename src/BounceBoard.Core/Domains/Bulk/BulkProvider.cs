namespace BounceBoard.Core.Domains.Bulk;

/// <summary>Mailbox providers that publish what they demand of whoever sends in bulk to their private customers.</summary>
public enum BulkProvider { Google, Yahoo, Microsoft }
