using BounceBoard.Core.RetryBatches;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Web.RetryBatches;

/// <summary>A tenant's settings while somebody changes them.</summary>
internal sealed class RetrySettingForm(RetrySettingRow row)
{
    public FourEyes FourEyes { get; set; } = row.FourEyes;

    public int FourEyesAbove { get; set; } = row.FourEyesAbove;

    public int PerPerson { get; set; } = row.PerPerson;

    public int PerPersonDays { get; set; } = row.PerPersonDays;

    public int PerDomainDay { get; set; } = row.PerDomainDay;

    public int PerDay { get; set; } = row.PerDay;

    public int RatePerMinute { get; set; } = row.RatePerMinute;

    public TimeOnly? From { get; set; } = Time(row.HoursFrom);

    public TimeOnly? Until { get; set; } = Time(row.HoursUntil);

    public string Zone { get; set; } = row.HoursZone;

    public int ObserveMinutes { get; set; } = row.ObserveMinutes;

    public int ApprovalMinutes { get; set; } = row.ApprovalMinutes;

    public bool ApproveEachStage { get; set; } = row.ApproveEachStage;

    public RetrySettingRow ToRow() => new()
    {
        FourEyes = FourEyes,
        FourEyesAbove = FourEyesAbove,
        PerPerson = PerPerson,
        PerPersonDays = PerPersonDays,
        PerDomainDay = PerDomainDay,
        PerDay = PerDay,
        RatePerMinute = RatePerMinute,
        HoursFrom = Minutes(From),
        HoursUntil = Minutes(Until),
        HoursZone = Zone.Trim(),
        ObserveMinutes = ObserveMinutes,
        ApprovalMinutes = ApprovalMinutes,
        ApproveEachStage = ApproveEachStage,
    };

    private static TimeOnly? Time(int? minutes) => minutes is { } set ? TimeOnly.FromTimeSpan(TimeSpan.FromMinutes(set)) : null;

    private static int? Minutes(TimeOnly? time) => time is { } set ? (set.Hour * 60) + set.Minute : null;
}
