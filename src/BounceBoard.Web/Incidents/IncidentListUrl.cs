using System.Globalization;
using BounceBoard.Core;
using BounceBoard.Storage.Incidents;

namespace BounceBoard.Web.Incidents;

/// <summary>The address of the list is its whole state: a colleague who opens the link sees the same rows.</summary>
/// <param name="Search">The search box as typed; null when the link says nothing, which means <see cref="IncidentQuery.Usual"/>.</param>
/// <param name="Page">1-based.</param>
public sealed record IncidentListUrl(string? Search, IncidentSort Sort, bool Ascending, int Page)
{
    /// <summary>Rows of one page.</summary>
    public const int PageSize = 50;

    // Deeper pages are reached by a narrower filter: the offset would make the database count rows nobody reads.
    private const int LastPage = 400;

    // No id is that high.
    private const long Nobody = long.MaxValue;

    /// <summary>Newest first, open ones only.</summary>
    public static IncidentListUrl Usual { get; } = new(null, IncidentSort.LastAt, false, 1);

    public IncidentQuery Query => IncidentQueryText.Read(SearchText);

    /// <summary>What stands in the search box.</summary>
    public string SearchText => Search ?? IncidentQuery.Usual;

    public static IncidentListUrl Read(string? search, string? sort, string? page)
    {
        var ascending = sort?.StartsWith('+') == true || sort?.StartsWith(' ') == true;
        var name = sort?.TrimStart('+', ' ', '-');
        var known = Enum.GetValues<IncidentSort>().Where(value => KebabName.Of(value) == name).ToArray();
        var number = int.TryParse(page, NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? Math.Clamp(read, 1, LastPage) : 1;
        return new(search, known.Length == 1 ? known[0] : IncidentSort.LastAt, ascending && known.Length == 1, number);
    }

    /// <summary>Number of the first row of this page, counted from 1.</summary>
    public int First => (Page - 1) * PageSize + 1;

    public IncidentListUrl With(IncidentQuery query) => this with { Search = IncidentQueryText.Write(query), Page = 1 };

    /// <summary>The same column again turns the order round.</summary>
    public IncidentListUrl SortedBy(IncidentSort sort) => this with { Sort = sort, Ascending = sort == Sort && !Ascending, Page = 1 };

    public string ToHref(string slug)
    {
        var parts = new List<string>();
        if (Search is not null && Search != IncidentQuery.Usual)
        {
            parts.Add("q=" + Uri.EscapeDataString(Search));
        }
        if (Sort != IncidentSort.LastAt || Ascending)
        {
            parts.Add("sort=" + Uri.EscapeDataString((Ascending ? "+" : "") + KebabName.Of(Sort)));
        }
        if (Page > 1)
        {
            parts.Add(string.Create(CultureInfo.InvariantCulture, $"page={Page}"));
        }
        return $"/t/{slug}/incidents{(parts.Count == 0 ? "" : "?" + string.Join('&', parts))}";
    }

    /// <param name="me">Who <c>owner:me</c> is; null for nobody, who owns nothing.</param>
    public IncidentFilter ToFilter(DateTimeOffset now, long? me = null)
    {
        var query = Query;
        return new IncidentFilter
        {
            Verdict = query.Verdict,
            Cause = query.Cause,
            State = query.State,
            OnlyOpen = query.OnlyOpen,
            Family = query.Family,
            ScopeName = query.Scope,
            Pool = query.Pool,
            OwnerId = query.Owner switch
            {
                null => null,
                "none" => 0,
                "me" => me ?? Nobody,
                var id => long.Parse(id, CultureInfo.InvariantCulture),
            },
            Text = query.Text,
            From = query.Last is { } last ? now - last : null,
            Sort = Sort,
            Ascending = Ascending,
            Take = PageSize,
            Skip = (Page - 1) * PageSize,
        };
    }
}
