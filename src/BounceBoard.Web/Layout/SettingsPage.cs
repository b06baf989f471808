namespace BounceBoard.Web.Layout;

/// <summary>One page of a tenant's settings.</summary>
/// <param name="Path">Last part of its address.</param>
internal sealed record SettingsPage(string Path, string Title);
