using BounceBoard.Core.Tenants;
using BounceBoard.Operations.ApiTokens;

namespace BounceBoard.Operations.Users;

/// <summary>Who does something, as the audit log names it. It claims; what it may do is read from the database at every write.</summary>
/// <param name="UserId">The person; null for the system, the command line and API tokens.</param>
/// <param name="Name">Kept in the audit log even when the person is long gone: the mail address of a person.</param>
/// <param name="Via"><c>web</c>, <c>cli</c>, <c>api</c>, <c>system</c>.</param>
/// <param name="Role">Counts only for actors without a person; a person's role comes from the database.</param>
public sealed record Actor(long? UserId, string Name, string Via, InstallationRole Role)
{
    /// <summary>Jobs and the start of the host.</summary>
    public static Actor System { get; } = new(null, "system", "system", InstallationRole.Owner);

    /// <summary>Whoever may run a command on the machine may read the database file anyway.</summary>
    public static Actor Cli { get; } = new(null, "command line", "cli", InstallationRole.Owner);

    /// <summary>Set when a token acts: its tenant and scopes are the limit.</summary>
    public ApiGrant? Grant { get; init; }

    /// <summary>A person in the browser.</summary>
    public static Actor Person(long userId, string email) => new(userId, email, "web", InstallationRole.None);
}
