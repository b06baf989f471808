using System.Data.Common;
using Microsoft.Extensions.Options;

namespace BounceBoard.Web.Hosting;

/// <summary>Why the host could not start, as lines for its administrator instead of a stack trace.</summary>
internal static class StartFault
{
    /// <returns>The text, or null for a fault that is none of the administrator's doing.</returns>
    public static string? Explain(Exception fault) => fault switch
    {
        OptionsValidationException options => Settings(options.Failures),
        AggregateException all when all.InnerExceptions.All(one => one is OptionsValidationException) =>
            Settings(all.InnerExceptions.Cast<OptionsValidationException>().SelectMany(options => options.Failures)),
        IOException or DbException or UnauthorizedAccessException => $"BounceBoard could not start: {fault.Message}",
        InvalidOperationException { Source: "BounceBoard.Storage" } => $"BounceBoard could not start: {fault.Message}",
        _ => null,
    };

    private static string Settings(IEnumerable<string> faults) =>
        "BounceBoard could not start, its settings have faults:" + Environment.NewLine +
        string.Join(Environment.NewLine, faults.Select(fault => "  " + fault));
}
