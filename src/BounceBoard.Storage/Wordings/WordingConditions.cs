using BounceBoard.Storage.Database;

namespace BounceBoard.Storage.Wordings;

/// <summary>What the lists of unknown wordings ask for, of a table that a query calls <c>w</c>.</summary>
internal static class WordingConditions
{
    /// <summary>Of one tenant; begins with AND, or is empty.</summary>
    public static string Where(WordingFilter filter) =>
        Where(filter.Text) + (filter.Ruled is not { } ruled ? "" : ruled ? " AND w.rule_id IS NOT NULL" : " AND w.rule_id IS NULL");

    /// <summary>Begins with AND, or is empty.</summary>
    public static string Where(string? text) => LikePattern.Containing(text) is null ? "" : @" AND LOWER(w.skeleton) LIKE @text ESCAPE '\'";

    /// <summary>Of one tenant: every wording has one there.</summary>
    public static string OrderBy(WordingFilter filter) => filter.Sort switch
    {
        WordingSort.Refusals or WordingSort.Tenants => "w.refusals DESC, w.last_at DESC, w.id DESC",
        WordingSort.LastAt => "w.last_at DESC, w.id DESC",
        WordingSort.FirstAt => "w.first_at DESC, w.id DESC",
    };

    /// <summary>Of sums over the tenants.</summary>
    public static string OrderBy(WordingSort sort) => sort switch
    {
        WordingSort.Refusals => "refusals DESC, last_at DESC, w.skeleton",
        WordingSort.LastAt => "last_at DESC, w.skeleton",
        WordingSort.FirstAt => "first_at DESC, w.skeleton",
        WordingSort.Tenants => "tenants DESC, refusals DESC, w.skeleton",
    };
}
