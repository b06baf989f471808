namespace BounceBoard.Browser.Tests.Hosts;

/// <param name="Id">Of the rule, for example <c>color-contrast</c>.</param>
/// <param name="Impact">Axe's weight: minor, moderate, serious or critical.</param>
/// <param name="Nodes">The first few elements with what is wrong there.</param>
internal sealed record AxeFinding(string Id, string Impact, string Help, int Count, IReadOnlyList<string> Nodes)
{
    public override string ToString() => $"{Impact}: {Id}: {Help} ({Count})\n  {string.Join("\n  ", Nodes)}";
}
