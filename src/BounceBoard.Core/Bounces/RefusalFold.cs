using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BounceBoard.Core.Addresses;

namespace BounceBoard.Core.Bounces;

/// <summary>The same refusal seen in a log, a DSN and a webhook is one refusal: how that is known, and how the reports complete one another.</summary>
public static class RefusalFold
{
    /// <summary>A permanent failure is told within the life of a queue (five days by default in Postfix) and some slack.</summary>
    public static readonly TimeSpan PermanentWindow = TimeSpan.FromDays(7);

    /// <summary>A deferral happens again at the next attempt: reports of one attempt lie close together.</summary>
    public static readonly TimeSpan DeferralWindow = TimeSpan.FromMinutes(2);

    /// <summary>Where clocks and granularity of sources differ, an event without any id is the same only at the same second.</summary>
    private static readonly TimeSpan NoIdWindow = TimeSpan.FromSeconds(1);

    /// <summary>True when both reports tell of one recipient's one attempt. Symmetric.</summary>
    public static bool Same(BounceReport a, BounceReport b) =>
        a.Kind == b.Kind && IsDeferral(a) == IsDeferral(b)
        && (SameId(a, b) ? Within(a, b, IsDeferral(a) ? DeferralWindow : PermanentWindow) : NoIdDiffers(a, b) && Within(a, b, NoIdWindow) && SameWords(a, b))
        && CompatibleRemote(a, b) && SameRecipient(a, b);

    /// <summary>A natural key: two reports read from the same line or notification have the same one. 64 hex digits.</summary>
    public static string Key(BounceReport report)
    {
        string[] parts =
        [
            report.Kind.ToString(), KeyOf(report.Recipient), report.MessageId ?? "", report.QueueId ?? "",
            report.RemoteIp?.ToString() ?? Name(report.RemoteMta) ?? "", report.ReplyCode?.ToString(CultureInfo.InvariantCulture) ?? "",
            report.Status ?? "", report.OccurredAt?.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture) ?? "",
            // Without any id or time only the words tell two failures of one person apart.
            report.MessageId is null && report.QueueId is null ? report.ReplyText ?? "" : "",
        ];
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', parts))));
    }

    /// <summary>One report from two of the same refusal; the order of the arguments does not matter.</summary>
    public static BounceReport Merge(BounceReport a, BounceReport b) => ReportMerge.Of(a, b);

    internal static bool IsDeferral(BounceReport report) => report.Kind == BounceKind.Delay || report.Permanent == false;

    private static bool SameRecipient(BounceReport a, BounceReport b)
    {
        string[] ofA = [KeyOf(a.Recipient), KeyOf(a.OriginalRecipient)];
        string[] ofB = [KeyOf(b.Recipient), KeyOf(b.OriginalRecipient)];
        return ofA.Any(key => key.Length > 0 && ofB.Contains(key));
    }

    // A queue id is unique on one host for a while only; the window keeps its reuse apart.
    private static bool SameId(BounceReport a, BounceReport b) => (a.MessageId, b.MessageId) switch
    {
        ({ } ofA, { } ofB) => ofA == ofB,
        _ => a.QueueId is not null && a.QueueId == b.QueueId,
    };

    private static bool NoIdDiffers(BounceReport a, BounceReport b) =>
        (a.MessageId is null || b.MessageId is null) && (a.QueueId is null || b.QueueId is null);

    private static bool SameWords(BounceReport a, BounceReport b) => a.ReplyCode == b.ReplyCode && a.Status == b.Status && a.ReplyText == b.ReplyText;

    private static bool CompatibleRemote(BounceReport a, BounceReport b)
    {
        var (nameA, nameB) = (Name(a.RemoteMta), Name(b.RemoteMta));
        var sameName = nameA is not null && nameA == nameB;
        var sameIp = a.RemoteIp is not null && a.RemoteIp.Equals(b.RemoteIp);
        var nameOpen = nameA is null || nameB is null;
        var ipOpen = a.RemoteIp is null || b.RemoteIp is null;
        // Another address is another attempt, unless the failure is final: then the name is enough.
        return sameIp || PassedOnBy(a, b) || PassedOnBy(b, a) || (sameName && (ipOpen || !IsDeferral(a))) || (nameOpen && ipOpen);
    }

    // One report names the gateway as the refusing server, the other the server behind it.
    private static bool PassedOnBy(BounceReport passed, BounceReport other) => passed.Hops.Any(hop => hop.Is(Name(other.RemoteMta), other.RemoteIp));

    private static bool Within(BounceReport a, BounceReport b, TimeSpan window) => (a.OccurredAt, b.OccurredAt) switch
    {
        ({ } ofA, { } ofB) => (ofA - ofB).Duration() <= window,
        // A report without a time joins a final failure, of which there is only one; among deferrals it could be any.
        _ => window == PermanentWindow,
    };

    private static string KeyOf(string? recipient) =>
        EmailAddress.TryParse(recipient, out var address) ? address.Key : recipient?.Trim().ToLowerInvariant() ?? "";

    private static string? Name(string? host) => host?.Trim().TrimEnd('.').ToLowerInvariant() is { Length: > 0 } name ? name : null;
}
