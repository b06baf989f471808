using BounceBoard.Core.Domains.Health;

namespace BounceBoard.Web.Domains.Health;

/// <summary>One fact of a domain in the list, with the worst judgement behind it.</summary>
/// <param name="State">Null where nothing is judged: the record is optional and not there.</param>
public sealed record HealthCell(CheckState? State, string Text);
