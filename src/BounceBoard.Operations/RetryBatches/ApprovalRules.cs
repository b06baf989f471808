using BounceBoard.Core.RetryBatches;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.RetryBatches;

namespace BounceBoard.Operations.RetryBatches;

/// <summary>Who may approve a batch as it stands; their role in the tenant is asked elsewhere.</summary>
internal static class ApprovalRules
{
    /// <returns>Why not, for this person; null when they may.</returns>
    public static string? Problem(RetryBatchRow batch, Actor actor, RetrySettingRow setting, DateTimeOffset now) =>
        batch.FrozenAt is not null ? $"{BatchWords.Name(batch)} woke up in a restored database. An owner of the installation must confirm it first."
        : batch.State != RetryBatchState.AwaitingApproval ? BatchWords.Stands(batch)
        : RetryExpiry.IsOver(batch.State, batch.ExpiresAt, now) ? $"{BatchWords.Name(batch)} has expired: nobody decided in time."
        : NeedsFourEyes(batch, setting) ? FourEyesProblem(batch, actor)
        : null;

    public static bool NeedsFourEyes(RetryBatchRow batch, RetrySettingRow setting) => setting.FourEyes switch
    {
        FourEyes.Off => false,
        FourEyes.Above => batch.People > setting.FourEyesAbove,
        FourEyes.Always => true,
    };

    // Whoever sits at a command line may be the one who asked: only a person who is signed in is surely another one.
    private static string? FourEyesProblem(RetryBatchRow batch, Actor actor) =>
        actor.UserId is null ? "This tenant asks for four eyes: a person who is signed in must approve."
        : batch.RequestedById == actor.UserId || string.Equals(batch.RequestedBy, actor.Name, StringComparison.OrdinalIgnoreCase)
            ? "You asked for this batch; this tenant asks for four eyes, so somebody else must approve it."
        : null;
}
