using System.CommandLine;
using BounceBoard.Operations.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace BounceBoard.Cli.Administration;

/// <summary><c>bounceboard admin verify-audit</c>: checks every audit log; exit 1 when a line does not hold.</summary>
internal static class VerifyAuditCommand
{
    public static Command Create()
    {
        var command = new Command("verify-audit", "Checks the hash chain of every tenant's audit log and of the installation's own.");
        command.SetAction((parsed, cancellationToken) => Installation.RunAsync(parsed, mayBeNew: false, async services =>
        {
            var reports = await services.GetRequiredService<AuditVerification>().VerifyAllAsync(cancellationToken);
            foreach (var report in reports)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(report.Fault is { } fault
                    ? $"BROKEN {report.Name} at line {fault.Seq}: {fault.What}"
                    : $"ok {report.Name}: {report.Rows} lines");
            }
            return reports.All(report => report.Fault is null) ? 0 : 1;
        }));
        return command;
    }
}
