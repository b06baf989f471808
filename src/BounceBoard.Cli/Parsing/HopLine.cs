using BounceBoard.Core;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Cli.Parsing;

/// <summary>One server of <c>hops</c>.</summary>
/// <param name="Source"><c>stated</c>, or <c>derived</c> where only the returned header or the report's sender shows it.</param>
internal sealed record HopLine(string? Mta, string? Ip, int? Port, string? Reply, string Source)
{
    public static HopLine Of(RefusalHop hop) => new(hop.Mta, hop.Ip?.ToString(), hop.Port, hop.Reply, KebabName.Of(hop.Source));
}
