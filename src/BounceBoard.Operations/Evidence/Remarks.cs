using System.Globalization;
using BounceBoard.Core.Bounces;

namespace BounceBoard.Operations.Evidence;

/// <summary>What to say of evidence that gave less than a bounce per item.</summary>
internal static class Remarks
{
    /// <summary>Why nothing of it can be read; null when something can.</summary>
    public static string? Unreadable(IReadOnlyList<BounceReport> reports) =>
        reports.Count > 0 && reports.All(report => report.Kind == BounceKind.Error)
            ? reports[0].Error ?? "The parser could not read it and did not say why."
            : null;

    /// <param name="onlySeen">Refusals by our own server that are not filed, see <see cref="Core.Endpoints.OwnClients"/>.</param>
    /// <summary>Null when every line of it was a bounce, a delay or a delivery.</summary>
    public static string? Of(IReadOnlyList<BounceReport> reports, int attempts, int nameless, int onlySeen)
    {
        var errors = reports.Count(report => report.Kind == BounceKind.Error);
        return (attempts, errors, nameless) switch
        {
            (0, 0, _) when onlySeen == 0 => WithoutAttempt(reports),
            (_, > 0, _) => Say($"{errors} parts could not be read. The first: {reports.First(report => report.Kind == BounceKind.Error).Error}"),
            (_, _, > 0) => Say($"{nameless} of {attempts} reports name no recipient address; they count towards no incident."),
            _ when onlySeen > 0 => Say($"{onlySeen} refusals by your own server were seen and not filed: the client is in none of your networks or pools, or the mailbox does not exist here."),
            _ => null,
        };
    }

    private static string WithoutAttempt(IReadOnlyList<BounceReport> reports) => reports switch
    {
        [] => "It tells of no delivery attempt.",
        _ when reports.Any(report => report.Kind == BounceKind.FeedbackReport) => "A complaint (feedback report), not a bounce.",
        _ when reports.Any(report => report.Kind == BounceKind.AutoReply) => "An automatic reply, not a bounce.",
        _ => "Not a bounce.",
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
