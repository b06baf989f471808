namespace BounceBoard.Core.Domains.Bulk;

/// <summary>NotVisible: nobody can tell it from outside, because it stands in the messages or in the provider's own figures. Unknown: it could be told, and was not found out.</summary>
public enum BulkState { Met, NotMet, Unknown, NotVisible }
