using BounceBoard.Operations.Users;
using BounceBoard.Storage.Database;
using BounceBoard.Storage.Engines;

namespace BounceBoard.Operations.Evidence;

/// <summary>
/// Lets an intake that was begun wait for a database that is away: everything it does may be repeated. Programs do not wait at the API, nor do files
/// in a drop folder: both keep what they have and come again.
/// </summary>
public sealed class IntakeHold(Outage outage)
{
    /// <exception cref="Exception">What <paramref name="work"/> met last: at once for those that come again, else when the patience is over.</exception>
    public Task<T> RunAsync<T>(Actor actor, Func<Task<T>> work, CancellationToken cancellationToken) =>
        actor.Via is "web" or "cli" ? outage.HoldAsync(work, cancellationToken) : work();

    /// <summary>Has a person at a terminal told when work begins to wait, and when it goes on.</summary>
    public void Tell(Action<string> say) => outage.Changed += () => say(outage.Now switch
    {
        { Kind: StorageFault.Full } full => $"The disk of the database is full ({full.Reason}).",
        { } away => $"The database does not answer ({away.Reason}). Nothing is lost; waiting up to {outage.Patience.TotalSeconds} s for it.",
        null => "The database answers again; going on.",
    });
}
