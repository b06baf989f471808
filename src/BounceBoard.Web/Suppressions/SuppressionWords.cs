using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Suppressions;

namespace BounceBoard.Web.Suppressions;

/// <summary>The list's words for people.</summary>
internal static class SuppressionWords
{
    public static string Of(SuppressionReason reason) => reason switch
    {
        SuppressionReason.BadAddress => "Bad address",
        SuppressionReason.RefusedAfterRetry => "Refused in clean retry",
        SuppressionReason.Complaint => "Complaint",
        SuppressionReason.Unsubscribe => "Unsubscribed",
        SuppressionReason.Manual => "Added by hand",
        SuppressionReason.Imported => "Imported",
    };

    public static string Of(SuppressionSource source) => source switch
    {
        SuppressionSource.Rules => "Rules",
        SuppressionSource.Feedback => "Feedback report",
        SuppressionSource.Person => "Person",
        SuppressionSource.Program => "API",
        SuppressionSource.Import => "Import",
    };

    public static string Of(SuppressionMode mode) => mode switch
    {
        SuppressionMode.Suggest => "Suggest: list it, a person decides",
        SuppressionMode.Automatic => "Automatic: suppress it at once",
        SuppressionMode.Off => "Off: say it in the verdict only",
    };

    public static string Of(SuppressionOutcome outcome, string address) => outcome switch
    {
        SuppressionOutcome.Added => $"{address} is suppressed.",
        SuppressionOutcome.AlreadyThere => $"{address} was suppressed already, for this or a weightier reason.",
        SuppressionOutcome.LeftReleased => $"{address} was released here before and stays released.",
    };

    /// <summary>A whole sentence about the tenant's choice.</summary>
    public static string Sentence(SuppressionMode mode) => mode switch
    {
        SuppressionMode.Suggest => "What the rules find is suggested here; a person suppresses it with one click.",
        SuppressionMode.Automatic => "What the rules find is suppressed at once.",
        SuppressionMode.Off => "The rules add nothing here.",
    };
}
