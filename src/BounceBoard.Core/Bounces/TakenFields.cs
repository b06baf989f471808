namespace BounceBoard.Core.Bounces;

/// <summary>Which of two reports each field is taken from: the nearer one, unless it has nothing, or has worked out what the other states.</summary>
internal readonly struct TakenFields(BounceReport near, BounceReport far)
{
    /// <summary>Which of the fields taken are derived.</summary>
    public ReportFields Derived { get; } =
        (near.Derived & ~FromFar(near, far)) | (far.Derived & FromFar(near, far));

    public string? Of(ReportFields field, Func<BounceReport, string?> value) => value(FromFar(near, far).HasFlag(field) ? far : near);

    private static ReportFields FromFar(BounceReport near, BounceReport far) =>
        Field(ReportFields.Recipient, near.Recipient, far.Recipient, near, far)
        | Field(ReportFields.Action, near.Action, far.Action, near, far)
        | Field(ReportFields.Status, near.Status, far.Status, near, far)
        | Field(ReportFields.Sender, near.Sender, far.Sender, near, far)
        | Field(ReportFields.Pool, near.Pool, far.Pool, near, far);

    private static ReportFields Field(ReportFields field, string? mine, string? theirs, BounceReport near, BounceReport far) =>
        theirs is not null && (mine is null || (near.Derived.HasFlag(field) && !far.Derived.HasFlag(field))) ? field : ReportFields.None;
}
