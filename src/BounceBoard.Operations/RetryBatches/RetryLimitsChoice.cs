using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;
using BounceBoard.Storage.SendingRoutes;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Makes the limits of a batch of what was asked for: a request may be stricter than route and tenant, never laxer.</summary>
internal static class RetryLimitsChoice
{
    private const int LongestWaitDays = 30;

    private const int Day = 24 * 60;

    /// <returns>What is wrong with the request, for a person; null when nothing is.</returns>
    public static string? Problem(RetryRequest request, RetrySettingRow setting, DateTimeOffset now) =>
        request.SampleSize is { } size && size is < RetryStages.LeastSample or > SampleTest.Largest
            ? $"A sample has {RetryStages.LeastSample} to {SampleTest.Largest} recipients."
        : request.RatePerMinute < 1 ? "Send at least 1 mail per minute."
        : request.NotBefore > now.AddDays(LongestWaitDays) ? $"A batch waits at most {LongestWaitDays} days for its hour."
        : HoursProblem(request.HoursFrom, request.HoursUntil, request.Zone ?? setting.HoursZone)
            ?? (IsWithin(request, setting) ? null : "The tenant allows other hours. Choose hours within them, in the same time zone, or none.");

    public static string? HoursProblem(int? from, int? until, string zone) =>
        from is null != until is null ? "Hours have a beginning and an end: give both or none."
        : from is < 0 or > 1439 || until is < 0 or > 1440 ? "Hours are minutes of the day: from 0 to 1439, until 0 to 1440."
        : from is not null && from == until ? "Hours have a beginning and another end; leave both out to send at any time."
        : !TimeZoneInfo.TryFindSystemTimeZoneById(zone, out _) ? $"'{zone}' is no time zone. Write one like Europe/Berlin or Etc/UTC."
        : null;

    /// <param name="earliest">Earliest useful retry, as the verdict says; null where it names none.</param>
    public static RetryLimits Of(RetryRequest request, RetrySettingRow setting, SendingRouteRow route, DateTimeOffset? earliest)
    {
        var own = request.HoursFrom is not null;
        return new RetryLimits
        {
            RatePerMinute = Math.Min(Math.Min(request.RatePerMinute ?? int.MaxValue, setting.RatePerMinute), route.RatePerMinute),
            NotBefore = request.NotBefore ?? earliest,
            HoursFrom = own ? request.HoursFrom : setting.HoursFrom,
            HoursUntil = own ? request.HoursUntil : setting.HoursUntil,
            Zone = own ? request.Zone ?? setting.HoursZone : setting.HoursZone,
            PerPerson = setting.PerPerson,
            PerPersonDays = setting.PerPersonDays,
            PerDomainDay = setting.PerDomainDay,
            PerDay = Math.Min(setting.PerDay, route.PerDay),
            ObserveMinutes = setting.ObserveMinutes,
            ApprovalMinutes = setting.ApprovalMinutes,
            ApproveEachStage = setting.ApproveEachStage || request.ApproveEachStage,
        };
    }

    private static bool IsWithin(RetryRequest request, RetrySettingRow setting) =>
        (request.HoursFrom, request.HoursUntil, setting.HoursFrom, setting.HoursUntil) is not ({ } from, { } until, { } first, { } last)
        || ((request.Zone ?? setting.HoursZone) == setting.HoursZone && After(first, from) + After(from, until) <= After(first, last));

    // Minutes from one time of the day to the next other.
    private static int After(int from, int until) => (until - from + (2 * Day)) % Day;

    /// <summary>The first moment at which the limits allow a connection.</summary>
    public static DateTimeOffset FirstConnection(RetryLimits limits, DateTimeOffset from)
    {
        var at = limits.NotBefore > from ? limits.NotBefore.Value : from;
        // The zone was known when the plan was made; a machine without it keeps the hours in UTC rather than none.
        return limits is { HoursFrom: { } first, HoursUntil: { } until }
            ? new AllowedHours(first, until, TimeZoneInfo.TryFindSystemTimeZoneById(limits.Zone, out var zone) ? zone : TimeZoneInfo.Utc).Next(at)
            : at;
    }
}
