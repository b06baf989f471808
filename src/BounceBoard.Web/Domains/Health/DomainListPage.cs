namespace BounceBoard.Web.Domains.Health;

/// <summary>One page of the list of domains.</summary>
/// <param name="Matching">Rows of all pages.</param>
/// <param name="All">Domains without a filter.</param>
/// <param name="Pages">At least one.</param>
public sealed record DomainListPage(IReadOnlyList<DomainListRow> Rows, int Matching, int All, int Pages);
