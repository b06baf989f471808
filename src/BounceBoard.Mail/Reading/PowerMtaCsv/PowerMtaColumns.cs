namespace BounceBoard.Mail.Reading.PowerMtaCsv;

/// <summary>The columns of an accounting file that are read (PowerMTA's user guide), by their numbers in <see cref="Names"/>.</summary>
internal static class PowerMtaColumns
{
    public const int Type = 0, TimeLogged = 1, Recipient = 2, OriginalRecipient = 3, Sender = 4, Status = 5, Diagnostic = 6, Mta = 7, Category = 8;

    public const int Source = 9, Destination = 10, Pool = 11, VirtualMta = 12, Job = 13, MessageId = 14;

    public static IReadOnlyList<string> Names { get; } =
    [
        "type", "timeLogged", "rcpt", "orcpt", "orig", "dsnStatus", "dsnDiag", "dsnMta", "bounceCat",
        "dlvSourceIp", "dlvDestinationIp", "vmtaPool", "vmta", "jobId", "header_Message-Id",
    ];
}
