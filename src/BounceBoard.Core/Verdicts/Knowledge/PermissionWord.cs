namespace BounceBoard.Core.Verdicts.Knowledge;

/// <summary>Words of a reply that speak of our permission to relay, and never of a bad recipient.</summary>
/// <param name="Pattern">All of these must stand in the reply, in lower case.</param>
/// <param name="SubCause">What is missing on our side.</param>
/// <param name="NamesUs">The words name our account, tenant or address, so they hold wherever they are said; others also stand in the
/// standard refusal of a server that simply does not know the domain.</param>
/// <param name="Fix">The step that gives the permission.</param>
internal sealed record PermissionWord(string[] Pattern, string SubCause, bool NamesUs, string Fix);
