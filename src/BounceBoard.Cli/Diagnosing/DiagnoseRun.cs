using BounceBoard.Core.Endpoints;

namespace BounceBoard.Cli.Diagnosing;

/// <summary>One run of the command: options, input, judgement, output.</summary>
internal static class DiagnoseRun
{
    /// <returns>0 when all was judged, 1 when something in the input was refused, 2 when the command was used wrongly.</returns>
    public static async Task<int> RunAsync(DiagnoseRequest request, CancellationToken cancellationToken)
    {
        try
        {
            var setting = await DiagnoseSetting.ReadAsync(request, cancellationToken);
            using var resolvers = setting.Resolvers;
            foreach (var line in setting.RefusedLines)
            {
                await Console.Error.WriteLineAsync($"bounceboard: {line}");
            }
            var source = new ReportSource(Console.Error);
            var reports = await source.ReadAsync(request.Paths, cancellationToken);
            var diagnoses = await new Diagnoser(setting).JudgeAsync(reports, cancellationToken);
            if (reports.Count(filed => filed.IsRefusal && !OwnClients.Concerns(filed.Report, setting.Network)) is > 0 and var strangers)
            {
                await Console.Error.WriteLineAsync($"bounceboard: {strangers} refusals by the server itself are not judged: their client is in no --own-network, or the mailbox does not exist there.");
            }
            await WriteAsync(diagnoses, request.IsJson, cancellationToken);
            if (diagnoses.Count == 0)
            {
                await Console.Error.WriteLineAsync("bounceboard: No refusal was found in the input, so there is nothing to diagnose.");
            }
            return source.AnyRefused || setting.RefusedLines.Count > 0 || diagnoses.Count == 0 ? 1 : 0;
        }
        catch (FormatException problem)
        {
            await Console.Error.WriteLineAsync($"bounceboard: {problem.Message}");
            return 2;
        }
    }

    private static async Task WriteAsync(IReadOnlyList<Diagnosis> diagnoses, bool isJson, CancellationToken cancellationToken)
    {
        await using var output = new BufferedStream(Console.OpenStandardOutput(), 64 * 1024);
        if (isJson)
        {
            DiagnosisLines.Write(output, diagnoses);
        }
        else
        {
            await using var text = new StreamWriter(output, leaveOpen: true);
            DiagnosisText.Write(text, diagnoses);
        }
        await output.FlushAsync(cancellationToken);
    }
}
