using BounceBoard.Core.Addresses;
using BounceBoard.Core.Alerts;
using BounceBoard.Operations.Outside;
using BounceBoard.Storage.Alerts;

namespace BounceBoard.Operations.Alerts;

/// <summary>Says what is wrong with a destination before it is kept.</summary>
internal static class AlertDraftCheck
{
    private const int MostDestinations = 20;
    private const int MostAddresses = 10;
    private const int MostName = 100;
    private const int MostTarget = 2000;

    /// <param name="id">The destination that is changed; null for a new one.</param>
    /// <param name="hasMail">Whether the installation can send mail.</param>
    /// <returns>Null when it can be kept.</returns>
    public static string? Problem(AlertDraft draft, long? id, IReadOnlyList<AlertDestinationRow> known, bool hasMail)
    {
        if (draft.Name.Trim() is not { Length: >= 1 and <= MostName } name)
        {
            return $"A destination has a name of 1 to {MostName} characters.";
        }
        if (known.Any(other => other.Id != id && string.Equals(other.Name, name, StringComparison.OrdinalIgnoreCase)))
        {
            return $"There is a destination '{name}' already. Choose another name.";
        }
        if (id is null && known.Count >= MostDestinations)
        {
            return $"A tenant has at most {MostDestinations} destinations. Remove one first.";
        }
        return TargetProblem(draft, hasMail) ?? FilterProblem(draft.Filter) ?? QuietProblem(draft);
    }

    /// <summary>Mail addresses, one per line, as a person separates them.</summary>
    public static IReadOnlyList<string> Addresses(string text) =>
        text.Split(['\n', '\r', ',', ';', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string? TargetProblem(AlertDraft draft, bool hasMail) => draft.Kind switch
    {
        AlertDestinationKind.Mail when !hasMail =>
            "This installation cannot send mail yet. Its owner names a server in Alerts:Smtp:Host, Alerts:Smtp:From and the keys beside them.",
        AlertDestinationKind.Mail => MailProblem(Addresses(draft.Target)),
        AlertDestinationKind.Webhook => !Uri.TryCreate(draft.Target.Trim(), UriKind.Absolute, out var address) || draft.Target.Length > MostTarget
            ? "Write the whole address, like https://hooks.example.net/bounces."
            : GuardedHttp.Problem(address),
    };

    private static string? MailProblem(IReadOnlyList<string> addresses) =>
        addresses.Count is 0 or > MostAddresses
            ? $"Write 1 to {MostAddresses} mail addresses, one per line."
            : addresses.FirstOrDefault(address => !EmailAddress.TryParse(address, out _)) is { } wrong
                ? $"'{wrong}' is no mail address."
                : null;

    private static string? FilterProblem(AlertFilter filter) =>
        filter.Kinds.Count == 0 ? "Choose at least one thing to be told of."
        : filter.LeastPeople is < 1 or > 1_000_000 ? "The least number of people is 1 to 1,000,000."
        : filter.LeastDrop is < 1 or > 100 ? "The least fall of a score is 1 to 100 points."
        : null;

    private static string? QuietProblem(AlertDraft draft) =>
        draft.QuietFrom is null && draft.QuietUntil is null ? null
        : draft.QuietFrom is null || draft.QuietUntil is null || draft.QuietFrom == draft.QuietUntil ? "Quiet hours have a beginning and another end."
        : !TimeZoneInfo.TryFindSystemTimeZoneById(draft.QuietZone, out _) ? $"'{draft.QuietZone}' is no time zone. Write one like Europe/Berlin or UTC."
        : null;
}
