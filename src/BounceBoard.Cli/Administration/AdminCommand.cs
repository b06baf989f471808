using System.CommandLine;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin</c>: what must be possible without a browser, for whoever has the machine.</summary>
internal static class AdminCommand
{
    public static Command Create() => new("admin", "Owners, passwords, audit logs, backups, retention and moving of an installation.")
    {
        Installation.DataDirectory,
        OwnerCommand.Create(),
        ResetPasswordCommand.Create(),
        VerifyAuditCommand.Create(),
        BackupCommand.Create(),
        RetentionCommand.Create(),
        CopyToPostgresCommand.Create(),
    };
}
