using System.CommandLine;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin</c>: what must be possible without a browser, for whoever has the machine.</summary>
internal static class AdminCommand
{
    public static Command Create() => new("admin", "Owners, passwords, the audit log and backups of an installation.")
    {
        Installation.DataDirectory,
        OwnerCommand.Create(),
        ResetPasswordCommand.Create(),
        VerifyAuditCommand.Create(),
        BackupCommand.Create(),
        CopyToPostgresCommand.Create(),
    };
}
