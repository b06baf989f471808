using BounceBoard.Core.Suppressions;
using BounceBoard.Operations.Users;
using BounceBoard.Storage.Suppressions;

namespace BounceBoard.Operations.Suppressions;

/// <summary>An entry as it stands after a person moved it.</summary>
internal static class SuppressionMove
{
    /// <returns>Null when the event does not move it, or the release is not this house's to give.</returns>
    public static SuppressionRow? Of(SuppressionRow row, SuppressionEvent happened, Actor actor, string note, DateTimeOffset now)
    {
        if (SuppressionStateMachine.Next(row.State, happened) is not { } next)
        {
            return null;
        }
        // The reason and its evidence stay: held again, it stands for the same.
        return happened == SuppressionEvent.Release
            ? SuppressionReasons.MayBeReleased(row.Reason)
                ? row with { State = next, ReleasedAt = now, ReleasedBy = actor.Name, ReleaseNote = SuppressionNote.Of(note), WindowId = null }
                : null
            : row with { State = next, Since = now, ReviewAt = SuppressionReasons.ReviewAt(row.Reason, now), AddedBy = $"{row.AddedBy.Split(" + ")[0]} + {actor.Name}" };
    }
}
