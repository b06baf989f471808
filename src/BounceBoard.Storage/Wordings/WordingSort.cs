namespace BounceBoard.Storage.Wordings;

/// <summary>Order of a list of wordings; the most frequent or the latest first.</summary>
public enum WordingSort { Refusals, LastAt, FirstAt, Tenants }
